using System.Globalization;
using Amazon.Runtime;

namespace Macro.Aws.Sts;

/// <summary>The operations of AWS STS that are needed.</summary>
/// <remarks>
/// Each throws an <see cref="AwsException"/> when AWS refuses the call or the retries are used up.
/// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html
/// </remarks>
/// <param name="client">Sends the requests; its endpoint is one of <see cref="Service"/>.</param>
public sealed class StsClient(AwsClient client)
{
    private const string Version = "2011-06-15";

    /// <summary>AWS STS.</summary>
    public static AwsService Service { get; } = new("STS", "sts", "AWS_ENDPOINT_URL_STS");

    /// <summary>Returns who the credentials belong to.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellationToken)
    {
        var operation = new AwsOperation($"{Service.Id}:GetCallerIdentity", "the credentials");
        var body = await client.SendAsync(QueryProtocol.Create(operation, "GetCallerIdentity", Version), cancellationToken);
        return new(Find(operation, body, "Account"), Find(operation, body, "Arn"));
    }

    /// <summary>Assumes a role.</summary>
    /// <param name="roleArn">The ARN of the role.</param>
    /// <param name="sessionName">The name of the session, which logs show.</param>
    /// <param name="externalId">The external id that the role asks for; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The credentials, and when they expire.</returns>
    public async Task<(ImmutableCredentials Credentials, DateTimeOffset Expiration)> AssumeRoleAsync(
        string roleArn, string sessionName, string? externalId, CancellationToken cancellationToken)
    {
        var operation = new AwsOperation($"{Service.Id}:AssumeRole", $"role {roleArn}");
        var parameters = new List<(string, string)> { ("RoleArn", roleArn), ("RoleSessionName", sessionName) };
        if (externalId is not null) parameters.Add(("ExternalId", externalId));
        var request = QueryProtocol.Create(operation, "AssumeRole", Version, parameters);
        var body = await client.SendAsync(request, cancellationToken);
        var credentials = new ImmutableCredentials(
            Find(operation, body, "AccessKeyId"), Find(operation, body, "SecretAccessKey"), Find(operation, body, "SessionToken"));
        return (credentials, DateTimeOffset.Parse(Find(operation, body, "Expiration"), CultureInfo.InvariantCulture));
    }

    private static string Find(AwsOperation operation, byte[] body, string element) =>
        QueryProtocol.Find(body, element) ?? throw new AwsException(operation, $"the response has no {element}.");
}
