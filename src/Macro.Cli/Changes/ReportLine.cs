using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>The line of the report that the macro writes to the template.</summary>
internal static class ReportLine
{
    private static readonly JsonPath Path = JsonPath.Create("Metadata", "DatadogServerless");

    /// <summary>Whether a line is about the report, which is written to every template and changes nothing in the stack.</summary>
    public static bool Is(ChangeLine line) => line.Paths is [var path] && path.Equals(Path);

    /// <summary>The line of the report; none if it is the same as before.</summary>
    public static IEnumerable<ChangeLine> Between(ObjectNode before, ObjectNode after)
    {
        var (old, now) = (In(before), In(after));
        if (now is null || old is not null && old.IsSameAs(now)) return [];
        var text = old is null ? Text(now) : $"{Text(now)} (changed)";
        return [new(ChangeKind.Property, "DatadogServerless", Text(old), text) { Paths = [Path] }];
    }

    private static ObjectNode? In(ObjectNode template) =>
        (template["Metadata"u8] as ObjectNode)?["DatadogServerless"u8] as ObjectNode;

    private static string? Text(ObjectNode? report) => report is null ? null : $"report of version {report["Version"u8]?.Text}";
}
