namespace Macro.Aws;

/// <summary>An AWS service, by the names that its API uses.</summary>
/// <param name="Name">The display name, such as <c>CloudWatch Logs</c>.</param>
/// <param name="Id">The name in host names, signatures and IAM actions, such as <c>logs</c>.</param>
/// <param name="EndpointVariable">
/// The environment variable that overrides the endpoint, such as <c>AWS_ENDPOINT_URL_CLOUDWATCH_LOGS</c>.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/ss-endpoints-table.html
/// </param>
public sealed record AwsService(string Name, string Id, string EndpointVariable);
