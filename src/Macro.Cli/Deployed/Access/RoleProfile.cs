using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Macro.Aws;
using Macro.Aws.Sts;

namespace Macro.Cli.Deployed.Access;

/// <summary>
/// The profiles that assume a role with the credentials of another profile. AWSSDK.Core does this only with a client that it finds by name,
/// which a native program does not support; a client that is registered there does not get the credentials of the other profile.
/// </summary>
/// <param name="profiles">AWS's configuration files.</param>
/// <param name="createSts">Creates a client with the credentials that assume the role.</param>
/// <param name="clock">Says when credentials have to be renewed.</param>
internal sealed class RoleProfile(
    ICredentialProfileSource profiles, Func<Func<Task<ImmutableCredentials>>, StsClient> createSts, TimeProvider clock)
{
    /// <summary>The credentials of a profile that assumes a role; null for any other profile.</summary>
    /// <param name="name">The name of the profile.</param>
    /// <param name="find">Finds the credentials of a profile that assumes no role.</param>
    /// <exception cref="ConfigurationException">The profile cannot be used.</exception>
    public Func<Task<ImmutableCredentials>>? Find(string name, Func<string, Func<Task<ImmutableCredentials>>> find) => Find(name, find, []);

    private Func<Task<ImmutableCredentials>>? Find(
        string name, Func<string, Func<Task<ImmutableCredentials>>> find, List<string> visited)
    {
        if (!profiles.TryGetProfile(name, out var profile)) return null;
        var options = profile.Options;
        if (options.RoleArn is not { Length: > 0 } role || options.WebIdentityTokenFile is { Length: > 0 }) return null;
        if (options.MfaSerial is { Length: > 0 })
            throw new ConfigurationException($"the profile {name} needs a code of an MFA device; sign in with a tool that asks for it");
        if (options.SourceProfile is not { Length: > 0 } source) return null;
        if (visited.Contains(name)) throw new ConfigurationException($"the profile {name} is its own source_profile");
        // A profile may name itself to assume its role with its own keys.
        var before = source == name && Keys(options) is { } own ? own : Find(source, find, [.. visited, name]) ?? find(source);
        var sessionName = options.RoleSessionName ?? CallerCredentials.SessionName;
        return CallerCredentials.Assume(createSts(before), role, sessionName, options.ExternalID, clock);
    }

    private static Func<Task<ImmutableCredentials>>? Keys(CredentialProfileOptions options)
    {
        if (options.AccessKey is not { Length: > 0 } id || options.SecretKey is not { Length: > 0 } secret) return null;
        var keys = new ImmutableCredentials(id, secret, options.Token);
        return () => Task.FromResult(keys);
    }
}
