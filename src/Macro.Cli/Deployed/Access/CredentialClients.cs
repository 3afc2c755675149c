using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace Macro.Cli.Deployed.Access;

/// <summary>
/// Gives AWSSDK.Core the clients with which it assumes the roles of profiles and signs in with SSO. Elsewhere it finds them by name,
/// which a
/// native program does not support.
/// </summary>
internal static class CredentialClients
{
    public static void Register()
    {
        var registry = GlobalRuntimeDependencyRegistry.Instance;
        var none = new AnonymousAWSCredentials();
        registry.RegisterSecurityTokenServiceClient(context =>
            new AmazonSecurityTokenServiceClient(none, context.SecurityTokenServiceClientContextData.Region));
        registry.RegisterSSOClient(context => new AmazonSSOClient(none, context.SSOClientContextData.Region));
        registry.RegisterSSOOIDCClient(context => new AmazonSSOOIDCClient(none, context.SSOOIDCClientContextData.Region));
    }
}
