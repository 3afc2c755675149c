using System.Text.Json;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>Runs the transform on generated cases. As every <see cref="MacroRun"/>, a success is sent again and has to come back.</summary>
internal static class CaseRun
{
    public static MacroRun Run(this TemplateCase template) => MacroRun.OfEvent(template.Event, template.Process);

    public static MacroRun Run(this HostileCase hostile) => MacroRun.OfEvent(hostile.Event, hostile.Template.Process);

    public static JsonElement Root(this TemplateCase template) => JsonDocument.Parse(template.Fragment).RootElement;

    /// <summary>A resource as it came.</summary>
    public static JsonElement Resource(this TemplateCase template, string logicalId) =>
        template.Root().GetProperty("Resources").GetProperty(logicalId);

    /// <summary>
    /// What was noticed, without the subjects of warnings about what several functions share, which stand on the first of them.
    /// </summary>
    public static IEnumerable<string> CodesInAnyOrder(this MacroRun run) =>
        run.Codes.Select(code => code.StartsWith("DD321", StringComparison.Ordinal) || code.StartsWith("DD334", StringComparison.Ordinal)
            || code.StartsWith("DD4", StringComparison.Ordinal)
            || code.StartsWith("DD504", StringComparison.Ordinal) ? code[..5] : code).Order();
}
