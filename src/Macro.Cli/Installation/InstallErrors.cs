using Macro.Aws;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Installation;

/// <summary>Turns errors of AWS into diagnostics with the remedy for an installation.</summary>
internal static class InstallErrors
{
    /// <summary>S3's answers to a request for a bucket of another region.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html</remarks>
    private static readonly string[] OtherRegion =
        ["PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException"];

    /// <summary>The diagnostic for a failed call.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="bucket">The bucket of the code; null without one.</param>
    /// <param name="region">The region of the installation.</param>
    public static Diagnostic For(AwsException exception, string? bucket, string region) => exception switch
    {
        { Code: "NoSuchBucket" } when bucket is not null => InstallDiagnostics.NoBucket.For(DiagnosticTarget.Request, bucket),
        { Code: "InsufficientCapabilitiesException" } =>
            InstallDiagnostics.MissingCapability.For(DiagnosticTarget.Request, exception.Reason),
        _ when bucket is not null && Array.IndexOf(OtherRegion, exception.Code) >= 0 =>
            InstallDiagnostics.OtherRegion.For(DiagnosticTarget.Request, bucket, region),
        _ => InstallDiagnostics.CallFailed.For(DiagnosticTarget.Request, exception.Message),
    };
}
