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

    /// <summary>The maximum size of what SAM's <c>Globals</c> give every function, which is bounded since it is read for each.</summary>
    private const int MaxGlobalsBytes = 65_536;

    private static readonly DiagnosticTarget Globals = new TemplatePathTarget(JsonPath.Create("Globals", "Function"));

    /// <summary>
    /// Maximum size of the output buffer in bytes: above the limit of CloudFormation, because the writer reserves extra space for a text.
    /// </summary>
    public const int MaxWritten = 4 * MaxBytes;

    /// <summary>Upper bound of the levels of nesting that an edit adds.</summary>
    private const int MaxAddedLevels = 32;

    /// <summary>
    /// Reports a template that is far beyond the limits, and returns whether it is. Such a template is rejected before any other work, so
    /// that the work is bounded.
    /// </summary>
    public static bool RefuseUnread(Template template, DiagnosticBag diagnostics)
    {
        var (resources, bytes) = (template.OriginalCount, template.Root.Origin.Raw.Length);
        if (resources > FarTooMany * MaxResources)
            diagnostics.Add(LimitDiagnostics.TooManyResources.For(DiagnosticTarget.Request, resources, 0));
        if (bytes > FarTooMany * MaxBytes)
            diagnostics.Add(LimitDiagnostics.FragmentTooLarge.For(DiagnosticTarget.Request, bytes));
        var globals = (template.Section("Globals"u8)?["Function"u8] as ObjectNode)?.Origin.Raw.Length ?? 0;
        if (globals > MaxGlobalsBytes) diagnostics.Add(LimitDiagnostics.GlobalsTooLarge.For(Globals, globals));
        return resources > FarTooMany * MaxResources || bytes > FarTooMany * MaxBytes || globals > MaxGlobalsBytes;
    }

    public static void CheckResources(Template template, DiagnosticBag diagnostics)
    {
        var count = template.ResourceSection.Count;
        if (count > MaxResources)
            diagnostics.Add(LimitDiagnostics.TooManyResources.For(DiagnosticTarget.Request, count, count - template.OriginalCount));
    }

    /// <summary>
    /// Reports output that is nested too deeply for the macro to read again, since edits move expressions to deeper levels. Searches the
    /// output only if the input is near the limit.
    /// </summary>
    public static void CheckDepth(Template template, ReadOnlySpan<byte> fragment, DiagnosticBag diagnostics)
    {
        if (template.Root.Origin.Index!.Depth <= MacroRequest.MaxDepth - MaxAddedLevels) return;
        if (JsonDepth.IsDeeper(fragment, MacroRequest.MaxDepth - 1))
            diagnostics.Add(RequestDiagnostics.TooDeep.For(DiagnosticTarget.Request, MacroRequest.MaxDepth));
    }

    public static void CheckSize(long bytes, DiagnosticBag diagnostics)
    {
        if (bytes > MaxBytes) diagnostics.Add(LimitDiagnostics.FragmentTooLarge.For(DiagnosticTarget.Request, bytes));
    }
}
