namespace Macro.Aws.Iam;

/// <summary>The operations of IAM on inline policies of roles.</summary>
/// <remarks>
/// Each throws an <see cref="AwsException"/> when AWS refuses the call or the retries are used up.
/// Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
/// </remarks>
/// <param name="client">Sends the requests; its endpoint is one of <see cref="Service"/>.</param>
public sealed class IamClient(AwsClient client)
{
    private const string NotFound = "NoSuchEntity";
    private const string Version = "2010-05-08";

    /// <summary>IAM.</summary>
    public static AwsService Service { get; } = new("IAM", "iam", "AWS_ENDPOINT_URL_IAM");

    /// <summary>Adds an inline policy to a role, or replaces the one of this name.</summary>
    /// <param name="role">The name of the role.</param>
    /// <param name="policy">The name of the policy.</param>
    /// <param name="document">The policy document, JSON.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task PutRolePolicyAsync(string role, string policy, string document, CancellationToken cancellationToken) =>
        CallAsync("PutRolePolicy", role, cancellationToken, ("PolicyName", policy), ("PolicyDocument", document));

    /// <summary>Returns the document of an inline policy of a role, JSON; null when the role has no such policy.</summary>
    /// <param name="role">The name of the role.</param>
    /// <param name="policy">The name of the policy.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<string?> FindRolePolicyAsync(string role, string policy, CancellationToken cancellationToken)
    {
        try
        {
            var body = await CallAsync("GetRolePolicy", role, cancellationToken, ("PolicyName", policy));
            return QueryProtocol.Find(body, "PolicyDocument") is { } document ? Uri.UnescapeDataString(document) : null;
        }
        catch (AwsException exception) when (exception.Code == NotFound)
        {
            return null;
        }
    }

    /// <summary>Removes an inline policy from a role.</summary>
    /// <param name="role">The name of the role.</param>
    /// <param name="policy">The name of the policy.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when the role has no such policy.</returns>
    public async Task<bool> DeleteRolePolicyAsync(string role, string policy, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync("DeleteRolePolicy", role, cancellationToken, ("PolicyName", policy));
            return true;
        }
        catch (AwsException exception) when (exception.Code == NotFound)
        {
            return false;
        }
    }

    private Task<byte[]> CallAsync(
        string name, string role, CancellationToken cancellationToken, params IReadOnlyList<(string Name, string Value)> parameters)
    {
        var operation = new AwsOperation($"{Service.Id}:{name}", $"role {role}");
        return client.SendAsync(QueryProtocol.Create(operation, name, Version, [("RoleName", role), .. parameters]), cancellationToken);
    }
}
