using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;

namespace Macro.Core.Lambda.Checks;

/// <summary>Finds out which resources of a template something refers to.</summary>
internal static class VersionUse
{
    /// <summary>
    /// How the Serverless Framework names the output with the ARN of each function's version, which nothing uses by default.
    /// </summary>
    /// <remarks>Source: https://www.serverless.com/framework/docs/providers/aws/guide/functions#versioning-deployed-functions</remarks>
    private const string FrameworkOutput = "LambdaFunctionQualifiedArn";

    /// <summary>The logical ids that resources and outputs refer to.</summary>
    public static HashSet<string> Find(Template template)
    {
        var used = new HashSet<string>();
        foreach (var resource in template.Resources) ReferenceWalk.Visit(resource.Body, Add);
        foreach (var (name, output) in template.Section("Outputs"u8) ?? [])
        {
            if (!name.EndsWith(FrameworkOutput, StringComparison.Ordinal)) ReferenceWalk.Visit(output, Add);
        }
        return used;

        string? Add(string logicalId)
        {
            used.Add(logicalId);
            return null;
        }
    }
}
