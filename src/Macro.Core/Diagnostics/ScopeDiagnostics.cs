using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>Parameters that do not fit the template or the region: DD232 to DD239.</summary>
internal static class ScopeDiagnostics
{
    public static readonly DiagnosticKind<string> ExcludeMatchesNothing = new(
        "DD232", Warning,
        entry => new(
            $"The entry {entry} of exclude matches no function and no state machine of the template.",
            "Use logical ids as they are in the template, or remove the entry."),
        example: "LegacyImport");

    public static readonly ConstantDiagnosticKind InvalidKmsKeyArn = new(
        "DD233", Error,
        "kmsKeyArn is not the ARN of a KMS key, which an IAM policy needs.",
        "Set it to arn:aws:kms:REGION:ACCOUNT:key/ID. An alias or a key id is not enough.");

    public static readonly DiagnosticKind<string> FipsByDefault = new(
        "DD234", Note,
        region => new(
            $"In the GovCloud region {region}, the functions get the extension's FIPS layer and FIPS mode by default.",
            "Set lambdaFips to true or false to decide it yourself."),
        example: "us-gov-west-1");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All = [ExcludeMatchesNothing, InvalidKmsKeyArn, FipsByDefault];
}
