using Macro.Cli.Changes;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Rendering;

/// <summary>The text of a change, shared by all human-readable formats.</summary>
internal static class ChangeText
{
    /// <summary>Name and values: <c>DD_SITE: datadoghq.com</c>, <c>app.handler → datadog_lambda.handler.handler</c>.</summary>
    public static string Of(ChangeLine change)
    {
        var values = change is { Before: { } before, After: { } after } ? $"{before} → {after}" : change.After ?? change.Before;
        return PrintableText.From(string.IsNullOrEmpty(change.Name) ? $"{values}" : $"{change.Name}: {values}");
    }

    /// <summary>A resource's heading: logical id, type, and a function's runtime.</summary>
    public static string Subtitle(ResourceChange resource) =>
        PrintableText.From(resource.Description is null ? resource.Type : $"{resource.Type}, {resource.Description}");
}
