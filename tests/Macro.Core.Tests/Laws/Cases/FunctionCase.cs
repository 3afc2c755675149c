using FsCheck;
using FsCheck.Fluent;

namespace Macro.Core.Tests.Laws.Cases;

/// <summary>A function as people write it.</summary>
/// <param name="Id">Its logical id.</param>
/// <param name="IsSam">Whether it is SAM's.</param>
/// <param name="Runtime">Its runtime; null when there is none.</param>
/// <param name="Architecture">Its architecture, with the value that counts.</param>
/// <param name="Properties">Names and JSON of its other properties.</param>
/// <param name="Condition">Its condition; null: always there.</param>
internal sealed record FunctionCase(
    string Id, bool IsSam, Given? Runtime, Given? Architecture, IReadOnlyList<(string Name, string? Json)> Properties,
    string? Condition) : TargetCase(Id)
{
    private static readonly Given[] Runtimes =
    [
        Given.Text("python3.12"), Given.Text("python3.13"), Given.Text("python3.7"), Given.Text("nodejs22.x"), Given.Text("java21"),
        Given.Text("dotnet8"),
        Given.Text("ruby3.3"), Given.Text("provided.al2023"), Given.Text("go1.x"), Given.Text("python3.99"),
        new("""{"Ref":"Given"}""", "python3.12"), new("""{"Fn::FindInMap":["Runtimes",{"Ref":"AWS::Region"},"node"]}""", "nodejs22.x"),
        new("""{"Fn::If":["Yes","nodejs20.x","python3.9"]}""", "nodejs20.x"),
        new("""{"Fn::Sub":["${Family}3.11",{"Family":"python"}]}""", "python3.11"),
        new("""{"Fn::Join":["",["java",{"Fn::Select":["1",{"Fn::Split":["-","x-17"]}]}]]}""", "java17"),
        new("""{"Ref":"Unknown"}"""), new("""{"Ref":"Password"}"""), new("""{"Fn::FindInMap":["Runtimes","nowhere","node"]}"""),
        new("""{"Fn::If":["Unknown","nodejs20.x","python3.9"]}"""),
    ];

    private static readonly Given[] Architectures =
    [
        new("[\"arm64\"]", "arm64"), new("[\"x86_64\"]", "x86_64"), new("""[{"Ref":"Unknown"}]"""),
        new("""{"Fn::If":["Yes",["arm64"],["x86_64"]]}""", "arm64"), new("""{"Ref":"AWS::NoValue"}""", "x86_64"),
    ];

    private static readonly string[] Handlers =
    [
        "\"app.run\"", "\"app.run\"", "\"Assembly::Namespace.Class::Method\"", "\"datadog_lambda.handler.handler\"",
        """{"Ref":"Unknown"}""", """{"Fn::Sub":"${Given}.run"}""",
        """{"Fn::If":["Unknown","a.b","datadog_lambda.handler.handler"]}""", """{"Fn::If":["Unknown","a.b","c.d"]}""",
        """{"Ref":"AWS::NoValue"}""", "\"run.sh\"",
    ];

    private static readonly string[] Layers =
    [
        "[]", "[\"arn:own:1\"]", """{"Ref":"ListUnknown"}""", """{"Ref":"ListKnown"}""", """{"Ref":"ListEmpty"}""",
        """{"Ref":"AWS::NoValue"}""", """{"Fn::If":["Unknown",["arn:own:1"],{"Ref":"AWS::NoValue"}]}""",
        """["arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Extension:64"]""", """{"Fn::Split":[",","arn:own:1,arn:own:2"]}""",
        "\"wrong\"", """{"Wrong":1}""",
        """[{"Fn::If":["Unknown","arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python312:1",{"Ref":"AWS::NoValue"}]}]""",
        """["a:1","b:1","c:1","d:1"]""",
    ];

    private static readonly string[] Environments =
    [
        "{}", """{"Variables":{}}""", """{"Variables":{"DB":"hunter2","N":1.10,"\u0041":true,"Nothing":null}}""",
        """{"Variables":{"DD_SITE":"hunter2.eu","DD_TAGS":"own:hunter2","DD_LAMBDA_HANDLER":"hunter2"}}""",
        """{"Variables":{"Fn::If":["Unknown",{"DB":"hunter2"},{"Ref":"AWS::NoValue"}]}}""",
        """{"Fn::If":["Unknown",{"Variables":{"A":{"Ref":"Password"}}},{"Ref":"AWS::NoValue"}]}""",
        """{"Ref":"Unknown"}""", """{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":"/hunter2","DD_TAGS":{"Ref":"Unknown"}}}""",
        """{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":"/opt/bootstrap"}}""",
        """{"Variables":{"Fn::GetAtt":["Wrong","Variables"]}}""",
        """
        {"Variables":{"URL":{"Fn::Sub":"https://hunter2:${Password}@${AWS::Region}"},
          "LIST":{"Fn::Join":[",",["hunter2",{"Fn::If":["Unknown","hunter2b",{"Ref":"AWS::NoValue"}]}]]}}}
        """,
        """
        {"Variables":{"DD_SERVICE":{"Ref":"AWS::NoValue"},"DD_TRACE_ENABLED":{"Fn::If":["Unknown","hunter2",{"Ref":"AWS::NoValue"}]}}}
        """,
        """
        {"Fn::If":["Unknown",{"Variables":{"Fn::If":["Yes",{"A":"hunter2"},{"Ref":"AWS::NoValue"}]}},
          {"Fn::If":["Yes",{},{"Variables":{"DD_ENV":"hunter2"}}]}]}
        """,
    ];

    private static readonly string[] Roles =
    [
        """{"Fn::GetAtt":["Role","Arn"]}""", """{"Fn::GetAtt":["Role","Arn"]}""", "\"arn:aws:iam::123456789012:role/x\"",
        """{"Fn::If":["Unknown",{"Fn::GetAtt":"Role.Arn"},{"Ref":"Unknown"}]}""",
        """{"Fn::Sub":"${Role2.Arn}"}""", """{"Fn::If":["Unknown",{"Fn::GetAtt":["Role","Arn"]},{"Fn::GetAtt":["Role2","Arn"]}]}""",
        """{"Fn::ImportValue":"role"}""",
    ];

    private static readonly string[] Tags =
    [
        "[]", """[{"Key":"service","Value":"own"}]""", """[{"Fn::If":["Unknown",{"Key":"env","Value":"x"},{"Ref":"AWS::NoValue"}]}]""",
        """{"Fn::If":["Unknown",[],{"Ref":"AWS::NoValue"}]}""",
        """[{"Key":"lambda:createdBy","Value":"SAM"}]""",
        """[{"Key":{"Ref":"Given"},"Value":{"Ref":"Unknown"}},{"Key":"dd_sls_macro","Value":"v0"}]""", """{"Ref":"Unknown"}""",
    ];

    private static readonly string[] SamTags =
        ["{}", """{"service":"own"}""", """{"Fn::If":["Unknown",{"a":"b"},{}]}""", """{"dd_sls_macro":"v0","env":{"Ref":"Unknown"}}"""];

    private static readonly string[] Names = ["\"fixed-name\"", """{"Fn::Sub":"${AWS::StackName}-f"}""", """{"Ref":"Unknown"}"""];

    private static readonly string[] Loggings =
    [
        """{"LogGroup":{"Ref":"Group"}}""", """{"LogGroup":"/own/group"}""", """{"LogGroup":"/aws/lambda/shared","LogFormat":"JSON"}""",
        """{"Fn::If":["Unknown",{"LogGroup":{"Ref":"Group2"}},{"Ref":"AWS::NoValue"}]}""",
        """{"LogGroup":{"Fn::If":["Yes","/aws/lambda/shared",{"Ref":"Group"}]}}""",
    ];

    private static readonly (string Name, string? Json)[] Unknown =
        [
            ("MemorySize", "1.28E+2"), ("Timeout", "30"), ("X-Unknown", """{ "a" : [ 1.10 , "\u00e9" , { } ] }"""),
            ("DurableConfig", """{"ExecutionTimeout":60}"""), ("CapacityProviderConfig", "{ }"),
            ("Code", """{"ZipFile":"exports.handler = x => \"y\""}"""), ("Description", "\"\""),
        ];

    /// <summary>Whether its code is a container image.</summary>
    public bool IsImage => Property("PackageType") is not null;

    public override string Body => Piece.Object(
    [
        ("Type", IsSam ? "\"AWS::Serverless::Function\"" : "\"AWS::Lambda::Function\""), ("Condition", Condition),
        ("DependsOn", "[\"Role\"]"), ("Metadata", Metadata),
        ("Properties", Piece.Object([("Runtime", Runtime?.Json), ("Architectures", Architecture?.Json), .. Properties])),
    ]);

    public static Gen<FunctionCase> Cases =>
        from isSam in Gen.Elements(false, false, true)
        from image in Piece.Optional(9, "\"Image\"", """{"Fn::If":["Yes","Image","Zip"]}""")
        from runtime in image is null ? Piece.Optional(0, Runtimes) : Gen.Constant((Given?)null)
        from architecture in Piece.Optional(2, Architectures)
        from code in image is null
            ? from handler in Piece.Optional(0, Handlers)
              from layers in Piece.Optional(Layers)
              select ("Handler", handler, "Layers", layers)
            : from config in Piece.Optional(
                  """{"Command":["app.run","x"]}""", """{"Command":{"Ref":"ListUnknown"}}""", """{"WorkingDirectory":"/"}""")
              select ("PackageType", (string?)image, "ImageConfig", config)
        from environment in Piece.Optional(Environments)
        from role in Piece.Optional(Roles)
        from edge in Piece.Optional(30, """{"Fn::GetAtt":["EdgeRole","Arn"]}""")
        from tags in Piece.Optional(isSam ? SamTags : Tags)
        from name in Piece.Optional(3, Names)
        from logging in Piece.Optional(3, Loggings)
        from tracing in Piece.Optional(4, """{"Mode":"PassThrough"}""", """{"Mode":{"Ref":"Unknown"}}""")
        from signing in Piece.Optional(8, """{"Ref":"Signing"}""", "\"arn:elsewhere\"")
        from alias in Piece.Optional(4, "\"live\"")
        from unknown in Gen.SubListOf(Unknown)
        from condition in Piece.Optional(2, "\"Unknown\"", "\"Yes\"", "\"No\"")
        from settings in SettingsCase.OfResource
        select new FunctionCase(
            "F", isSam, runtime, architecture,
            [
                (code.Item1, code.Item2), (code.Item3, code.Item4), .. unknown, ("Environment", environment), ("Role", edge ?? role),
                ("Tags", tags), ("FunctionName", name),
                ("LoggingConfig", logging),
                (isSam ? "Tracing" : "TracingConfig", isSam && tracing is not null ? "\"PassThrough\"" : tracing),
                ("CodeSigningConfigArn", signing), ("AutoPublishAlias", isSam ? alias : null),
            ], condition)
        { Settings = settings };

    /// <summary>The JSON of a property; null when there is none.</summary>
    public string? Property(string name) => Properties.FirstOrDefault(property => property.Name == name).Json;
}
