using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Macro.Aws;
using Macro.Aws.Sts;

namespace Macro.Cli.Deployed.Access;

/// <summary>
/// Finds credentials as AWS's own tools do: environment, profile (keys, assumed role, SSO, process), web identity, container, instance.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html</remarks>
internal static class CallerCredentials
{
    /// <summary>The name of the session of the role that the command line names.</summary>
    public const string SessionName = "macro";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    /// <summary>Finds the credentials.</summary>
    /// <param name="variables">The environment.</param>
    /// <param name="profile">The name of the profile; null for the usual order.</param>
    /// <param name="createSts">Creates a client that assumes the role of a profile with these credentials.</param>
    /// <param name="clock">Says when credentials have to be renewed.</param>
    /// <exception cref="ConfigurationException">There are none.</exception>
    public static Func<Task<ImmutableCredentials>> Find(
        IReadOnlyDictionary<string, string> variables, string? profile,
        Func<Func<Task<ImmutableCredentials>>, StsClient> createSts, TimeProvider clock)
    {
        if (profile is null && Value(variables, "AWS_ACCESS_KEY_ID") is { } id && Value(variables, "AWS_SECRET_ACCESS_KEY") is { } secret)
        {
            var known = new ImmutableCredentials(id, secret, Value(variables, "AWS_SESSION_TOKEN"));
            return () => Task.FromResult(known);
        }
        var name = profile ?? Value(variables, "AWS_PROFILE");
        // Without a profile, the token of a web identity comes first.
        var roleProfile = name is null && Value(variables, "AWS_WEB_IDENTITY_TOKEN_FILE") is not null ? null
            : Translate(() => new RoleProfile(Profiles(variables), createSts, clock).Find(name ?? "default", Load));
        return roleProfile ?? Load(name);

        Func<Task<ImmutableCredentials>> Load(string? profileName)
        {
            var credentials = Translate(() => FromProfileOrProcess(variables, profileName));
            return () => TranslateAsync(credentials.GetCredentialsAsync);
        }
    }

    /// <summary>The region of a profile; null when it has none.</summary>
    public static string? RegionOf(IReadOnlyDictionary<string, string> variables, string? profile)
    {
        var name = profile ?? Value(variables, "AWS_PROFILE") ?? "default";
        return Profiles(variables).TryGetProfile(name, out var found) ? found.Region?.SystemName : null;
    }

    /// <summary>Credentials of an assumed role, renewed before they expire.</summary>
    public static Func<Task<ImmutableCredentials>> Assume(
        StsClient sts, string roleArn, string sessionName, string? externalId, TimeProvider clock)
    {
        var gate = new SemaphoreSlim(1);
        (ImmutableCredentials Credentials, DateTimeOffset Expiration)? current = null;
        return async () =>
        {
            await gate.WaitAsync();
            try
            {
                if (current is not { } known || known.Expiration - clock.GetUtcNow() < RenewBefore)
                    current = known = await sts.AssumeRoleAsync(roleArn, sessionName, externalId, CancellationToken.None);
                return known.Credentials;
            }
            finally
            {
                gate.Release();
            }
        };
    }

    private static AWSCredentials FromProfileOrProcess(IReadOnlyDictionary<string, string> variables, string? profile)
    {
        CredentialClients.Register();
        if (profile is null) return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        return Profiles(variables).TryGetAWSCredentials(profile, out var credentials)
            ? credentials
            : throw new ConfigurationException($"the profile {profile} does not exist or has no credentials");
    }

    private static CredentialProfileStoreChain Profiles(IReadOnlyDictionary<string, string> variables) =>
        new(Value(variables, "AWS_SHARED_CREDENTIALS_FILE"));

    private static T Translate<T>(Func<T> find)
    {
        try
        {
            return find();
        }
        catch (Exception exception) when (IsAboutCredentials(exception))
        {
            throw new ConfigurationException(exception.Message.TrimEnd('.'));
        }
    }

    private static async Task<T> TranslateAsync<T>(Func<Task<T>> find)
    {
        try
        {
            return await find();
        }
        catch (Exception exception) when (IsAboutCredentials(exception))
        {
            throw new ConfigurationException(exception.Message.TrimEnd('.'));
        }
    }

    // AWSSDK.Core throws these for profiles, tokens and metadata that it cannot use.
    private static bool IsAboutCredentials(Exception exception) =>
        exception is AmazonClientException or AmazonServiceException or InvalidOperationException or ArgumentException or IOException;

    private static string? Value(IReadOnlyDictionary<string, string> variables, string name) =>
        variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
