using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Laws;

/// <summary>What holds for everything that is printed, whatever names it contains.</summary>
internal static partial class Printed
{
    /// <summary>Neither output nor messages have a terminal control, an invisible character, or a command of a build server.</summary>
    public static CliRun Inspect(CliRun run)
    {
        run.ExitCode.ShouldBeOneOf([0, 1, 2], run.Error);
        Inspect(run.Output.Replace("⚠️", "", StringComparison.Ordinal));
        Inspect(run.Error);
        return run;
    }

    /// <summary>The same for a text.</summary>
    public static void Inspect(string printed)
    {
        for (var i = 0; i < printed.Length; i++)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(printed, i);
            if (char.IsSurrogatePair(printed, i)) i++;
            var isPrintable = category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            if (!isPrintable && printed[i] != '\n') throw new ShouldAssertException($"prints U+{(int)printed[i]:X4}: {printed}");
        }
        BuildCommand().IsMatch(printed).ShouldBeFalse($"a command for a build server: {printed}");
    }

    /// <summary>A comment on GitHub shows all names as text.</summary>
    public static void ShouldBeInert(string markdown)
    {
        var active = Inert().Replace(markdown, "");
        OurTags().Replace(active, "").Where("@#<>[]!&|`~_".Contains).ShouldBeEmpty(active);
        active.ShouldNotContain("http");
        active.ShouldNotContain("www.");
        active.ShouldNotContain("GH-");
    }

    /// <summary>Output of a command in one of its formats: printable, and as the format has to be.</summary>
    public static void Inspect(CliRun run, string command, string format)
    {
        // Each line is a command of ours; nothing after its beginning may be one.
        Inspect(format != "github" ? run
            : run with { Output = GitHubCommand().Replace(run.Output, "$1 ").Replace("::", " ", StringComparison.Ordinal) });
        if (format == "markdown") ShouldBeInert(run.Output);
        if (run.Output.Length == 0 || !OutputFormats.IsJson(format)) return;
        var json = Parse(run.Output);
        if (OutputFormats.SchemaOf(command, format) is { } schema)
            JsonSchema.Read(schema).Problems(json.GetRawText()).ShouldBeEmpty();
    }

    public static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    [GeneratedRegex("^::(error|warning|notice) ", RegexOptions.Multiline)]
    private static partial Regex GitHubCommand();

    [GeneratedRegex(@"^\s*::|##vso\[|##\[|^\s*##teamcity", RegexOptions.Multiline)]
    private static partial Regex BuildCommand();

    /// <summary>Code blocks, code spans and code elements, in which GitHub interprets nothing.</summary>
    [GeneratedRegex(@"^(`{3,})diff\n(?:.*\n)*?\1\n|(?<!`)(`+)(?!`) .*? (?<!`)\2(?!`)|<code>[^<>]*</code>", RegexOptions.Multiline)]
    private static partial Regex Inert();

    [GeneratedRegex(@"^### |</?details>|</?summary>|</?b>|^\|[ |a-z-]*\|$", RegexOptions.Multiline)]
    private static partial Regex OurTags();
}
