using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Macro.Core.Tests.Laws.Cases;

/// <summary>A template as people write them, with settings that may or may not fit, all of it generated.</summary>
/// <param name="Resources">The resources in order.</param>
/// <param name="Sections">Names and JSON of the other sections.</param>
/// <param name="Settings">The macro's parameters.</param>
/// <param name="Style">0 for one line, 1 with spaces, 2 indented.</param>
internal sealed record TemplateCase(
    IReadOnlyList<ResourceCase> Resources, IReadOnlyList<(string Name, string? Json)> Sections, SettingsCase Settings, int Style)
{
    public const string Region = "us-east-1";

    /// <summary>The parameters' values in the event; of <c>Unknown</c> and <c>ListUnknown</c> there are none.</summary>
    public const string Values = """{"Given":"python3.12","Password":"hunter2-password"}""";

    private const string Parameters =
        """
        {"Given":{"Type":"String"},"Unknown":{"Type":"String"},
          "Password":{"Type":"String","NoEcho":true,"Default":"hunter2-default"},"ListUnknown":{"Type":"CommaDelimitedList"},
          "ListKnown":{"Type":"CommaDelimitedList","Default":"arn:own:1,arn:own:2"},
          "ListEmpty":{"Type":"CommaDelimitedList","Default":""},
          "FromStore":{"Type":"AWS::SSM::Parameter::Value<String>","Default":"/hunter2"}}
        """;

    private const string Conditions =
        """
        {"Yes":{"Fn::Equals":[{"Ref":"Given"},"python3.12"]},"No":{"Fn::Not":[{"Condition":"Yes"}]},
          "Unknown":{"Fn::Or":[{"Condition":"No"},{"Fn::Equals":[{"Ref":"Password"},"x"]}]}}
        """;

    private static readonly string[] Globals =
    [
        """
        {"Function":{"Timeout":3,"Environment":{"Variables":{"DD_ENV":"hunter2","OWN":"hunter2"}},"Layers":["arn:own:2"],
          "Tags":{"team":"x"}}}
        """, """{"Function":{"Tags":{"Fn::If":["Unknown",{},{}]}}}""",
        """
        {"Function":{"Runtime":"python3.12","Handler":"global.run","Architectures":["arm64"],"Role":{"Fn::GetAtt":["Role","Arn"]},
          "LoggingConfig":{"LogGroup":"/aws/lambda/shared"}}}
        """,
    ];

    /// <summary>Templates and settings that usually give a success.</summary>
    public static Gen<TemplateCase> Fitting => With(SettingsCase.Fitting);

    /// <summary>The same with settings of which some are wrong.</summary>
    public static Gen<TemplateCase> Any => With(SettingsCase.Any);

    public IEnumerable<FunctionCase> Functions => Resources.OfType<FunctionCase>();

    public string Fragment => Laid(Piece.Object(
    [
        ("AWSTemplateFormatVersion", "\"2010-09-09\""), ("Parameters", Parameters), ("Mappings", Piece.Object(Mappings)),
        ("Conditions", Conditions), .. Sections,
        ("Resources", Piece.Object(Resources.Select(resource => (resource.Id, (string?)resource.Body)))),
    ]));

    /// <summary>The transform's parameters; empty where they stand in the mapping.</summary>
    public string Params => Settings.InMapping ? "{}" : Settings.Json;

    public string Event => $$"""
        {"region":"{{Region}}","accountId":"123456789012","fragment":{{Fragment}},"transformId":"123456789012::Macro",
          "params":{{Params}},"requestId":"r-1","templateParameterValues":{{Values}}}
        """;

    public (string Name, string Value)[] Process => [.. Settings.Process];

    public TemplateCase Under(params IReadOnlyList<(string Name, Given Value)> settings) =>
        this with { Settings = Settings.With(settings) };

    public override string ToString() => $"{Event}\nin a process with {string.Join(' ', Settings.Process)}";

    private IEnumerable<(string, string?)> Mappings =>
        [
            ("Runtimes", """{"us-east-1":{"node":"nodejs22.x"}}"""),
            ("Datadog", Settings.InMapping ? Piece.Object(("Parameters", Settings.Json)) : null),
        ];

    private static Gen<TemplateCase> With(Gen<SettingsCase> settings) =>
        from functions in Gen.Choose(0, 4).SelectMany(count => Gen.ListOf(FunctionCase.Cases, count))
        from machines in Gen.Choose(0, 2).SelectMany(count => Gen.ListOf(MachineCase.Cases, count))
        from others in Gen.Choose(0, 4).SelectMany(count => Gen.ListOf(OtherResources.Cases, count))
        from sign in OtherResources.Sign
        from numbers in Gen.ListOf(Gen.Choose(0, 1000), 24)
        from globals in Piece.Optional(2, Globals)
        from metadata in Piece.Optional(
            """{"AWS::CloudFormation::Interface":{}}""",
            "\"odd\"",
            """{"DatadogServerless":{"Warnings":[{"Code":"DD318","LogicalId":"F0"},{"Code":"DD999"},7]}}""")
        from outputs in Piece.Optional("""{"Out":{"Value":{"Fn::GetAtt":["F0","Arn"]}}}""")
        from some in settings
        from style in Gen.Choose(0, 2)
        select new TemplateCase(
            Shuffled(
            [
                .. functions.Select((function, i) => function with { Id = $"F{i}" }),
                .. machines.Select((machine, i) => machine with { Id = $"M{i}" }),
                .. others.Select((other, i) => other with { Id = $"O{i}" }), .. OtherResources.Fixed,
                .. sign is null ? (IEnumerable<ResourceCase>)[] : [sign],
            ], numbers),
            [("Globals", globals), ("Metadata", metadata), ("Outputs", outputs)], some, style);

    private static IReadOnlyList<ResourceCase> Shuffled(IReadOnlyList<ResourceCase> resources, IReadOnlyList<int> numbers) =>
        [.. resources.Zip(numbers).OrderBy(pair => pair.Second).Select(pair => pair.First)];

    private string Laid(string json)
    {
        if (Style == 0) return json;
        using var document = JsonDocument.Parse(json);
        return JsonTree.Read(document.RootElement).Written(Style);
    }
}
