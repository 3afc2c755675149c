using System.Text;
using System.Text.Json;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Sam;

/// <summary>Instrumenting a SAM template and then expanding it gives the same functions as expanding and then instrumenting it.</summary>
public class SamLawTests
{
    /// <summary>Names a file of pairs, one per line: <c>{"name", "source": YAML text, "expanded": output of SAM}</c>.</summary>
    private const string PairsVariable = "MACRO_SAM_PAIRS";

    private static readonly Dictionary<string, string> Extension = new()
    {
        ["pythonLayerVersion"] = "120",
        ["nodeLayerVersion"] = "132",
        ["dotnetLayerVersion"] = "23",
        ["javaLayerVersion"] = "24",
        ["rubyLayerVersion"] = "27",
        ["extensionLayerVersion"] = "90",
        ["apiKeySecretArn"] = "arn:aws:secretsmanager:us-east-1:123456789012:secret:key",
        ["service"] = "shop",
        ["tags"] = "team:a,cost:b",
    };

    private static readonly Dictionary<string, string> Forwarder = new()
    {
        ["pythonLayerVersion"] = "120",
        ["nodeLayerVersion"] = "132",
        ["dotnetLayerVersion"] = "23",
        ["javaLayerVersion"] = "24",
        ["rubyLayerVersion"] = "27",
        ["enableXrayTracing"] = "true",
        ["containerImages"] = "python",
        ["forwarderArn"] = "arn:aws:lambda:us-east-1:123456789012:function:forwarder",
        ["service"] = "shop",
        ["env"] = "prod",
        ["version"] = "1",
        ["tags"] = "team:a",
        ["gitData"] = "c0ffee,https://github.com/a/b",
    };

    public static TheoryData<string> Settings => ["extension", "forwarder"];

    private static Dictionary<string, OverrideValue> Overrides(Dictionary<string, string> texts) =>
        texts.ToDictionary(text => text.Key, text => new OverrideValue(text.Value));

    [Fact]
    public void Transform_SamExample_EqualsItsInstrumentedExpansion()
    {
        var declared = ExampleTests.Declared("sam/template.yaml").Where(option => option != "--set")
            .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var options = new PreviewOptions { Region = "eu-west-3", Overrides = Overrides(declared) };

        Differences("orders", Example("template.yaml"), Example("expanded.json"), options).ShouldBeEmpty();

        static byte[] Example(string name) => File.ReadAllBytes(Repository.PathOf($"examples/sam/{name}"));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Transform_PairsOfTheFile_EqualTheirInstrumentedExpansions(string settings)
    {
        var path = Environment.GetEnvironmentVariable(PairsVariable) ?? "";
        Assert.SkipWhen(path.Length == 0, $"{PairsVariable} names no file of pairs");
        var options = new PreviewOptions { Overrides = Overrides(settings == "extension" ? Extension : Forwarder) };
        var differences = File.ReadLines(path).SelectMany(line =>
        {
            using var pair = JsonDocument.Parse(line);
            var name = pair.RootElement.GetProperty("name").GetString()!;
            var source = pair.RootElement.GetProperty("source").GetString()!;
            var expanded = pair.RootElement.GetProperty("expanded").GetRawText();
            return Differences(name, Encoding.UTF8.GetBytes(source), Encoding.UTF8.GetBytes(expanded), options);
        });
        string.Join('\n', differences).ShouldBeEmpty();
    }

    /// <summary>The differences between the two orders; none for a source that cannot be read.</summary>
    private static List<string> Differences(string name, byte[] source, byte[] expanded, PreviewOptions options)
    {
        var differences = new List<string>();
        if (Read(source, name) is not { } file) return differences;
        var names = new GeneratedNames(file.Json);
        var expansion = Functions(Read(expanded, name)!, options)
            .ToDictionary(function => function.LogicalId, function => Facts(function, names));
        foreach (var function in Functions(file, options))
        {
            var (first, after) = (Facts(function, names), expansion.GetValueOrDefault(function.LogicalId, []));
            if (first.SequenceEqual(after)) continue;
            var (instrumentedFirst, expandedFirst) = (string.Join(", ", first.Except(after)), string.Join(", ", after.Except(first)));
            differences.Add(
                $"{name} {function.LogicalId}\n  instrumented first: {instrumentedFirst}\n  expanded first: {expandedFirst}");
        }
        return differences;
    }

    private static List<string> Facts(FunctionView function, GeneratedNames names) => [.. function.Facts.Select(names.Normalize)];

    private static IReadOnlyList<FunctionView> Functions(TemplateFile file, PreviewOptions options)
    {
        var result = TemplatePreview.Run(file, options, new Dictionary<string, string>());
        result.Fragment.ShouldNotBeNull(string.Join('\n', result.Findings));
        return FunctionView.AllOf(result.Fragment.Value, options);
    }

    /// <summary>Null when the text is not a template, for example because of a duplicate key.</summary>
    private static TemplateFile? Read(byte[] template, string name)
    {
        try
        {
            return TemplateFile.Read(template, name);
        }
        catch (TemplateFileException)
        {
            return null;
        }
    }
}
