using Amazon.Runtime;
using Macro.Aws;

namespace Macro.Lambda.LogGroups;

/// <summary>The credentials of the function's role, which Lambda passes to the process in environment variables.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime</remarks>
internal static class RoleCredentials
{
    /// <param name="variable">Returns the value of an environment variable; null for one that is not set.</param>
    /// <exception cref="ConfigurationException">The credentials are missing.</exception>
    public static ImmutableCredentials From(Func<string, string?> variable) =>
        variable("AWS_ACCESS_KEY_ID") is { Length: > 0 } keyId && variable("AWS_SECRET_ACCESS_KEY") is { Length: > 0 } secret
            ? new ImmutableCredentials(keyId, secret, variable("AWS_SESSION_TOKEN"))
            : throw new ConfigurationException(
                "AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set. AWS Lambda sets both from the function's role; "
                + "check that the role exists, and deploy again.");
}
