using System.Globalization;
using Macro.Json;

namespace Macro.Cli.Tests.Support;

/// <summary>Paths in test data: names as they are, and indexes after a number sign, such as <c>#0</c>.</summary>
internal static class PathText
{
    public static JsonPath Parse(params IEnumerable<string> segments) => JsonPath.Create([.. segments.Select(Segment)]);

    private static PathSegment Segment(string text) =>
        text.StartsWith('#') ? int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture) : text;
}
