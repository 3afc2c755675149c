using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>A policy accepts only the ARN of a key: a literal must be one.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html</remarks>
internal sealed class KmsKeyIsArn : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.Text(KmsKeyArn) is { } arn && !arn.Contains("{{resolve:", StringComparison.Ordinal)
            && !(arn.StartsWith("arn:", StringComparison.Ordinal) && arn.Contains(":kms:", StringComparison.Ordinal)
                && arn.Contains(":key/", StringComparison.Ordinal)))
            yield return ScopeDiagnostics.InvalidKmsKeyArn.For(KmsKeyArn.Target);
    }
}
