using Macro.Core.Diagnostics;

namespace Macro.Core.Templates;

/// <summary>CloudFormation's limits on a template.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
internal static class TemplateLimits
{
    private const int MostResources = 500;
    private const int MostBytes = 1_000_000;

    public static void CheckResources(Template template, DiagnosticBag diagnostics)
    {
        var count = template.ResourceSection.Count;
        if (count > MostResources) diagnostics.Add(DiagnosticCatalog.TooManyResources, null, count, count - template.OriginalCount);
    }

    public static void CheckSize(int bytes, DiagnosticBag diagnostics)
    {
        if (bytes > MostBytes) diagnostics.Add(DiagnosticCatalog.FragmentTooLarge, null, bytes);
    }
}
