using Macro.CloudFormation.Protocol;
using Macro.CloudFormation.Templates;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>CloudFormation's limits on a template.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
internal static class TemplateLimits
{
    private const int MaxResources = 500;
    private const int MaxBytes = 1_000_000;
    private const int FarTooMany = 2;

    /// <summary>
    /// How much of an instrumented template is written at most: more than it may have, by as much as the writer reserves for a text.
    /// </summary>
    public const int MaxWritten = 4 * MaxBytes;

    /// <summary>More than any edit adds to the levels of what it moves.</summary>
    private const int MaxAddedLevels = 32;

    /// <summary>
    /// Whether a template is so far beyond the limits that nothing the macro does can bring it back; then it is refused before any work on it,
    /// which keeps everything that follows bounded.
    /// </summary>
    public static bool RefuseUnread(Template template, DiagnosticBag diagnostics)
    {
        var (resources, bytes) = (template.OriginalCount, template.Root.Origin.Raw.Length);
        if (resources > FarTooMany * MaxResources) diagnostics.Add(LimitDiagnostics.TooManyResources.For(DiagnosticTarget.Request, resources, 0));
        if (bytes > FarTooMany * MaxBytes) diagnostics.Add(LimitDiagnostics.FragmentTooLarge.For(DiagnosticTarget.Request, bytes));
        return resources > FarTooMany * MaxResources || bytes > FarTooMany * MaxBytes;
    }

    public static void CheckResources(Template template, DiagnosticBag diagnostics)
    {
        var count = template.ResourceSection.Count;
        if (count > MaxResources)
            diagnostics.Add(LimitDiagnostics.TooManyResources.For(DiagnosticTarget.Request, count, count - template.OriginalCount));
    }

    /// <summary>
    /// Edits put expressions deeper than they came, and what we answer has to be an event that we read. Few events come near the limit, so
    /// few are looked through for it.
    /// </summary>
    public static void CheckDepth(Template template, ReadOnlySpan<byte> fragment, DiagnosticBag diagnostics)
    {
        if (template.Root.Origin.Index!.Depth > MacroRequest.MaxDepth - MaxAddedLevels && JsonDepth.IsDeeper(fragment, MacroRequest.MaxDepth - 1))
            diagnostics.Add(RequestDiagnostics.TooDeep.For(DiagnosticTarget.Request, MacroRequest.MaxDepth));
    }

    public static void CheckSize(long bytes, DiagnosticBag diagnostics)
    {
        if (bytes > MaxBytes) diagnostics.Add(LimitDiagnostics.FragmentTooLarge.For(DiagnosticTarget.Request, bytes));
    }
}
