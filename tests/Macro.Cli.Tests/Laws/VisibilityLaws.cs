using System.Text;
using System.Text.Json;
using Macro.Cli.Changes;
using Macro.Cli.Preview;
using Macro.Cli.Rendering;
using Macro.Cli.Templates;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;
using JsonPath = Macro.Json.JsonPath;

namespace Macro.Cli.Tests.Laws;

/// <summary>The preview lists everything that differs between a template and its transform, and nothing else.</summary>
public sealed class VisibilityLaws
{
    /// <summary>Kinds whose path is not where the value itself is.</summary>
    private static readonly string[] Indirect = ["state", "log subscription"];

    [Fact]
    public void Diff_OfAnyTemplate_ListsEveryDifference()
    {
        var sections = new HashSet<string>();

        Law.Holds(TemplateCase.Fitting, template =>
        {
            var transform = $$"""{"Transform":{"Name":"DatadogServerless","Parameters":{{template.Params}}},""";
            var text = transform + template.Fragment.TrimStart()[1..];
            var file = TemplateFile.Read(Encoding.UTF8.GetBytes(text), "template.json");
            var preview = TemplatePreview.Run(file, Options(), template.Process.ToDictionary());
            if (preview.Fragment is not { } fragment) return;

            var listed = Listed(Parse(JsonChanges.Write(TemplateChangesReader.Read(file, preview)))).ToList();
            var differences = TemplateDifferences
                .Between(Parse(template.Fragment), Parse(Encoding.UTF8.GetString(fragment.Span)), JsonPath.Root).ToList();

            differences.Where(difference => !listed.Exists(change => Covers(change.Path, difference))).ShouldBeEmpty();
            listed.Where(change => !Indirect.Contains(change.Kind))
                .Where(change => !differences.Exists(difference => Covers(change.Path, difference))).ShouldBeEmpty();
            sections.UnionWith(differences.Select(difference => difference.Path.Segments[0].Name!));
        });

        sections.ShouldBeSubsetOf(["Conditions", "Metadata", "Outputs", "Resources"]);
        sections.ShouldContain("Outputs");
    }

    private static PreviewOptions Options()
    {
        using var values = JsonDocument.Parse(TemplateCase.Values);
        return new()
        {
            RecordsChanges = true,
            UsesEnvironment = true,
            Parameters = values.RootElement.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!),
        };
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json, new() { MaxDepth = 1000 }).RootElement;

    /// <summary>Whether a change at this path accounts for a difference.</summary>
    private static bool Covers(string path, (JsonPath Path, bool HasParts) difference)
    {
        var place = $"{difference.Path}";
        if (path.IndexOf(ValueText.Mask, StringComparison.Ordinal) is var mask and >= 0)
            return place.StartsWith(path[..mask], StringComparison.Ordinal);
        return IsAtOrBelow(place, path) || difference.HasParts && IsAtOrBelow(path, place);
    }

    private static bool IsAtOrBelow(string path, string parent) => path.StartsWith(parent, StringComparison.Ordinal)
        && (path.Length == parent.Length || path[parent.Length] is '.' or '[');

    private static IEnumerable<(string Kind, string Path)> Listed(JsonElement template)
    {
        foreach (var added in template.GetProperty("addedResources").EnumerateArray())
            yield return ("resource", $"{JsonPath.Create("Resources", added.GetProperty("logicalId").GetString()!)}");
        foreach (var resource in template.GetProperty("resources").EnumerateArray())
        {
            foreach (var change in Changes(resource.GetProperty("changes"))) yield return change;
        }
        foreach (var change in Changes(template.GetProperty("otherSections"))) yield return change;
    }

    private static IEnumerable<(string Kind, string Path)> Changes(JsonElement list) => list.EnumerateArray().SelectMany(change =>
        change.GetProperty("paths").EnumerateArray().Select(path => (change.GetProperty("kind").GetString()!, path.GetString()!)));
}
