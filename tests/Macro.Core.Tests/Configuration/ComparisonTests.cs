using System.Text.RegularExpressions;
using Macro.Core.Configuration;

namespace Macro.Core.Tests.Configuration;

/// <summary>
/// The comparison with Datadog's other tools in docs/differences.md names parameters that exist, and its counts are right.
/// </summary>
public sealed partial class ComparisonTests
{
    private const string Start = "## Parameters of Datadog's other tools";
    private const string End = "## Deviations";

    /// <summary>Values of a parameter, which the table names too.</summary>
    private static readonly string[] Values = ["access", "execution"];

    private static readonly string[] Verdicts = ["same", "another way", "not"];

    private static readonly string Section = Read();

    public static TheoryData<string> Tables => [.. Rows().Select(row => row.Tool).Distinct()];

    [Fact]
    public void Rows_Ours_AreParametersOfTheCatalogue() => Rows()
        .SelectMany(row => Code().Matches(row.Here).Select(match => match.Groups[1].Value))
        .Where(name => Name().IsMatch(name) && ParameterCatalog.Find(name) is null).Except(Values).ShouldBeEmpty();

    [Theory, MemberData(nameof(Tables))]
    public void Summary_EachTool_IsCountedRight(string tool)
    {
        var rows = Rows().Where(row => row.Tool == tool).ToList();
        var counts = Verdicts.Select(verdict => rows.Count(row => row.Verdict == verdict)).ToList();

        counts.Sum().ShouldBe(rows.Count, "a row has another verdict");
        Section.ShouldContain($"| {tool} | {rows.Count} | {string.Join(" | ", counts)} |");
    }

    /// <summary>Where the table says that a name of the CDK constructs or of the plugin works here, the parser accepts it.</summary>
    [Fact]
    public void Rows_SameName_IsAccepted() => Rows()
        .Where(row => row.Verdict == "same" && Name().IsMatch(row.There) && row.Here == $"`{row.There}`")
        .ShouldAllBe(row => ParameterCatalog.Find(row.There) != null);

    private static IEnumerable<(string Tool, string There, string Verdict, string Here)> Rows()
    {
        var tool = "";
        foreach (var line in Section.Split('\n'))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal)) tool = line[4..].Trim();
            if (tool.Length > 0 && line.Split(" | ") is [['|', ' ', '`', ..] there, var verdict, var here])
                yield return (tool, there[2..].Trim('`', ' '), verdict, here.TrimEnd('|', ' '));
        }
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(ComparisonTests).Assembly.GetManifestResourceStream("differences.md")!);
        var text = reader.ReadToEnd();
        return text[text.IndexOf(Start, StringComparison.Ordinal)..text.IndexOf(End, StringComparison.Ordinal)];
    }

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z][A-Za-z]*$")]
    private static partial Regex Name();
}
