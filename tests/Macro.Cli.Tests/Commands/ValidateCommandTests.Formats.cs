using System.Text.Json;
using Macro.Cli.Preview;

namespace Macro.Cli.Tests.Commands;

/// <content>The formats JSON and SARIF.</content>
public sealed partial class ValidateCommandTests
{
    [Fact]
    public void Validate_Json_HasEveryFileAndFinding()
    {
        var run = Validate("--format", "json", _folder.Write("a.yaml", Fine), _folder.Write("c.yaml", Rejected));

        run.ExitCode.ShouldBe(1);
        var report = JsonDocument.Parse(run.Output).RootElement;
        Members(report, "errors", "warnings").ShouldBe(["1", "0"]);
        report.GetProperty("files").GetArrayLength().ShouldBe(2);
        var finding = report.GetProperty("files")[1].GetProperty("findings")[0];
        Members(finding, "line", "column", "severity", "code", "subject").ShouldBe(["3", "49", "error", "DD301", "F"]);
    }

    [Fact]
    public void Validate_Sarif_NamesRulesAndPlaces()
    {
        var run = Validate("--format", "sarif", _folder.Write("a b.yaml", Rejected));

        run.ExitCode.ShouldBe(1);
        var report = JsonDocument.Parse(run.Output).RootElement;
        report.GetProperty("version").GetString().ShouldBe("2.1.0");
        var sarif = report.GetProperty("runs")[0];
        sarif.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Select(rule => rule.GetProperty("id").GetString()).ShouldBe(PreviewDiagnostics.All.Select(kind => kind.Code));
        var result = sarif.GetProperty("results").EnumerateArray().ShouldHaveSingleItem();
        Members(result, "ruleId", "level").ShouldBe(["DD301", "error"]);
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe($"file://{_folder.Path}/a%20b.yaml");
        Members(place.GetProperty("region"), "startLine", "startColumn").ShouldBe(["3", "49"]);
    }

    [Fact]
    public void Validate_Sarif_DescribesRulesByExample()
    {
        var report = JsonDocument.Parse(Validate("--format", "sarif", _folder.Write("a.yaml", Fine)).Output).RootElement;

        var rules = report.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .ToDictionary(rule => rule.GetProperty("id").GetString()!);
        Text("DD102", "shortDescription").ShouldBe("The event is not valid UTF-8.");
        Text("DD208", "shortDescription").ShouldBe("For example: pythonLayerVersion and pythonLayerArn are both set.");
        foreach (var code in rules.Keys) Text(code, "fullDescription").ShouldBe(Text(code, "shortDescription"));
        Text("DD208", "help").ShouldBe("For example: pythonLayerVersion and pythonLayerArn are both set. Remove one of the two.");
        rules["DD208"].GetProperty("defaultConfiguration").GetProperty("level").GetString().ShouldBe("error");
        rules["DD315"].GetProperty("defaultConfiguration").GetProperty("level").GetString().ShouldBe("warning");

        string? Text(string code, string property) => rules[code].GetProperty(property).GetProperty("text").GetString();
    }

    private static IEnumerable<string> Members(JsonElement value, params string[] names) =>
        names.Select(name => value.GetProperty(name).ToString());
}
