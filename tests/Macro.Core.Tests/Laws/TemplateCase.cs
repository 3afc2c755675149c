using FsCheck;
using FsCheck.Fluent;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>A template as people write them, with parameters that may or may not fit, all of it generated.</summary>
/// <param name="Resources">Logical ids and bodies, in order.</param>
/// <param name="Sections">The rest of the template, each with a comma before it.</param>
/// <param name="Parameters">Names and JSON values of the macro's parameters.</param>
/// <param name="Style">0 for one line, 1 with spaces, 2 indented.</param>
internal sealed record TemplateCase(IReadOnlyList<(string Id, string Body)> Resources, string Sections, IReadOnlyList<(string Name, string Value)> Parameters, int Style)
{
    /// <summary>Stands in everything that nobody may see again.</summary>
    public const string Secret = "hunter2";

    public const string Values = """{"Given":"python3.12","Password":"hunter2-password"}""";

    private static readonly string[] Runtimes =
    [
        "\"python3.12\"", "\"python3.7\"", "\"nodejs22.x\"", "\"java21\"", "\"dotnet8\"", "\"ruby3.3\"", "\"provided.al2023\"", "\"go1.x\"",
        """{"Ref":"Given"}""", """{"Ref":"Unknown"}""", """{"Fn::FindInMap":["Runtimes",{"Ref":"AWS::Region"},"node"]}""", """{"Fn::If":["Yes","nodejs20.x","python3.9"]}""",
    ];

    private static readonly string[] Handlers = ["\"app.run\"", "\"datadog_lambda.handler.handler\"", """{"Ref":"Unknown"}""", """{"Fn::Sub":"${Given}.run"}"""];

    private static readonly string[] Layers =
    [
        "[]", "[\"arn:own:1\"]", """{"Ref":"ListUnknown"}""", """{"Ref":"ListKnown"}""", """{"Fn::If":["Unknown",["arn:own:1"],{"Ref":"AWS::NoValue"}]}""",
        """["arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Extension:64"]""", """[{"Fn::If":["Unknown","arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python312:1",{"Ref":"AWS::NoValue"}]}]""", "\"wrong\"",
    ];

    private static readonly string[] Environments =
    [
        "{}", """{"Variables":{}}""", """{"Variables":{"DB":"hunter2","N":1.10}}""", """{"Variables":{"DD_SITE":"datadoghq.eu","DD_TAGS":"own:1","DD_LAMBDA_HANDLER":"hunter2"}}""",
        """{"Variables":{"Fn::If":["Unknown",{"DB":"hunter2"},{"Ref":"AWS::NoValue"}]}}""", """{"Fn::If":["Unknown",{"Variables":{"A":{"Ref":"Password"}}},{"Ref":"AWS::NoValue"}]}""",
        """{"Ref":"Unknown"}""", """{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":"/hunter2","DD_TAGS":{"Ref":"Unknown"}}}""",
    ];

    private static readonly string[] Roles =
        ["""{"Fn::GetAtt":["Role","Arn"]}""", "\"arn:aws:iam::123456789012:role/x\"", """{"Fn::If":["Unknown",{"Fn::GetAtt":"Role.Arn"},{"Ref":"Unknown"}]}""", """{"Fn::Sub":"${Role2.Arn}"}"""];

    private static readonly string[] Tags =
        ["[]", """[{"Key":"service","Value":"own"}]""", """[{"Fn::If":["Unknown",{"Key":"env","Value":"x"},{"Ref":"AWS::NoValue"}]}]""", """{"Fn::If":["Unknown",[],{"Ref":"AWS::NoValue"}]}""", """[{"Key":"lambda:createdBy","Value":"SAM"}]"""];

    private static readonly string[] SamTags = ["{}", """{"service":"own"}""", """{"Fn::If":["Unknown",{"a":"b"},{}]}"""];

    private static readonly string[] Metadata =
        ["""{"Datadog":{"service":"own"}}""", """{"Datadog":{"enabled":false}}""", """{"Datadog":{"enableXrayTracing":true,"tags":["a:b"]}}""", """{"aws:cdk:path":"x"}"""];

    private static readonly string[] Others =
    [
        """{"Type":"AWS::S3::Bucket","Properties":{"Size":1.10,"Name":{"Fn::Sub":"${AWS::StackName}-b"}}}""", """{"Type":"AWS::DynamoDB::Table","DeletionPolicy":"Retain"}""",
        "7", "null", "[]", """{"Properties":{"Runtime":"python3.12"}}""", """{"Type":"AWS::Lambda::Function"}""", """{"Type":"Custom::X","Properties":{"\u0041":"\u00e9","Big":12345678901234567890}}""",
        """{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"F0"}}}""", """{"Type":"AWS::Lambda::Alias","Properties":{"FunctionVersion":{"Fn::GetAtt":["O0","Version"]}}}""",
    ];

    private static readonly (string Name, string[] Values)[] Known =
    [
        ("pythonLayerVersion", ["114", "\"100\""]), ("nodeLayerVersion", ["130"]), ("dotnetLayerVersion", ["20"]), ("javaLayerVersion", ["24"]), ("rubyLayerVersion", ["25"]),
        ("extensionLayerVersion", ["65"]), ("apiKeySecretArn", ["\"arn:hunter2\"", """{"Ref":"Password"}"""]), ("enableXrayTracing", ["true", "\"false\""]),
        ("enableDDTracing", ["true", "false"]), ("service", ["\"shop\"", """{"Ref":"AWS::StackName"}"""]), ("env", ["\"prod\""]), ("version", ["1.20"]), ("tags", ["\"a:b, c:d\"", "[\"a:b\"]", """{"Ref":"Unknown"}"""]),
        ("gitData", ["\"abc,https://user:hunter2@github.com/a/b\""]), ("extraEnv", ["[\"DD_TOKEN=hunter2\"]"]), ("appSecMode", ["\"on\"", "\"off\""]), ("redirectHandlers", ["true", "false"]),
        ("exclude", ["\"F1,O*\"", "[\"F?\"]"]), ("site", ["\"datadoghq.eu\""]), ("addLayers", ["true", "false"]), ("captureLambdaPayload", ["true"]), ("logLevel", ["\"debug\""]),
    ];

    private static readonly (string Name, string Value)[] Wrong =
        [("hunter2Version", "1"), ("pythonLayerVersion", "\"hunter2\""), ("site", "\"hunter2\""), ("apiKey", "{\"hunter2\":1}"), ("apiKey", "\"hunter2\""), ("apiKMSKey", "[\"hunter2\"]"), ("extraEnv", "\"hunter2\""), ("gitData", "\"hunter2\""), ("forwarderArn", "\"hunter2\""), ("llmObsMlApp", "\"hunter2 x\"")];

    /// <summary>Templates and parameters that usually give a success.</summary>
    public static Gen<TemplateCase> Fitting =>
        from functions in Gen.ListOf(Functions, 4)
        from others in Gen.ListOf(Gen.Elements(Others), 3)
        from more in Gen.ListOf(Gen.Choose(0, 1), 3)
        from sections in Sections_
        from versions in Gen.Frequency((4, Gen.Constant(5)), (1, Gen.Choose(0, 5)))
        from extras in Gen.SubListOf(Known[5..])
        from picks in Gen.ListOf(Gen.Choose(0, 7), Known.Length)
        from style in Gen.Choose(0, 2)
        select new TemplateCase(
            Interleave(functions, others, more),
            sections,
            [.. Known[..versions].Concat(extras).Select((parameter, i) => (parameter.Name, parameter.Values[picks[i] % parameter.Values.Length]))],
            style);

    /// <summary>The same with parameters that are wrong.</summary>
    public static Gen<TemplateCase> Any =>
        from fitting in Fitting
        from wrong in Gen.SubListOf(Wrong)
        from isWrong in Gen.Elements(true, false, false)
        select isWrong ? fitting with { Parameters = [.. fitting.Parameters.Concat(wrong).DistinctBy(parameter => parameter.Name)] } : fitting;

    public string Fragment => Layout("{\"Resources\":{" + string.Join(',', Resources.Select(resource => $"\"{resource.Id}\":{resource.Body}")) + "}" + Sections + "}");

    public MacroRun Run(params (string Name, string Value)[] more) => MacroRun.Of(Fragment, ParameterText(more), values: Values);

    public string ParameterText(params (string Name, string Value)[] more) =>
        "{" + string.Join(',', Parameters.Where(parameter => !more.Any(other => other.Name == parameter.Name)).Concat(more).Select(parameter => $"\"{parameter.Name}\":{parameter.Value}")) + "}";

    public override string ToString() => MacroRun.Event(Fragment, ParameterText(), values: Values);

    private static Gen<string> Functions =>
        from isSam in Gen.Elements(false, false, true)
        from runtime in Gen.Elements(Runtimes)
        from handler in Optional(Handlers)
        from layers in Optional(Layers)
        from environment in Optional(Environments)
        from role in Optional(Roles)
        from tags in Optional(isSam ? SamTags : Tags)
        from architectures in Optional("[\"arm64\"]", "[\"x86_64\"]", """[{"Ref":"Unknown"}]""")
        from metadata in Optional(Metadata)
        from condition in Optional("\"Unknown\"")
        select "{\"Type\":\"AWS::" + (isSam ? "Serverless" : "Lambda") + "::Function\"" + Member("Condition", condition) + Member("Metadata", metadata)
            + ",\"Properties\":{\"Runtime\":" + runtime + Member("Handler", handler) + Member("Layers", layers) + Member("Environment", environment)
            + Member("Role", role) + Member("Tags", tags) + Member("Architectures", architectures) + "}}";

    private static Gen<string> Sections_ =>
        from globals in Optional("""{"Function":{"Timeout":3,"Environment":{"Variables":{"DD_ENV":"global"}},"Layers":["arn:own:2"],"Tags":{"team":"x"}}}""", """{"Function":{"Tags":{"Fn::If":["Unknown",{},{}]}}}""")
        from metadata in Optional("""{"AWS::CloudFormation::Interface":{}}""", "\"odd\"")
        from outputs in Optional("""{"Out":{"Value":{"Fn::GetAtt":["F0","Arn"]}}}""")
        select ",\"Parameters\":{\"Given\":{\"Type\":\"String\"},\"Unknown\":{\"Type\":\"String\"},\"Password\":{\"Type\":\"String\",\"NoEcho\":true},\"ListUnknown\":{\"Type\":\"CommaDelimitedList\"},\"ListKnown\":{\"Type\":\"CommaDelimitedList\",\"Default\":\"arn:own:1,arn:own:2\"}}"
            + """,""" + "\"Mappings\":{\"Runtimes\":{\"us-east-1\":{\"node\":\"nodejs22.x\"}}},\"Conditions\":{\"Yes\":{\"Fn::Equals\":[{\"Ref\":\"Given\"},\"python3.12\"]},\"Unknown\":{\"Fn::Equals\":[{\"Ref\":\"Password\"},\"x\"]}}"
            + Member("Globals", globals) + Member("Metadata", metadata) + Member("Outputs", outputs);

    private static Gen<string?> Optional(params string[] values) => Gen.Frequency((1, Gen.Constant((string?)null)), (1, Gen.Elements(values).Select(value => (string?)value)));

    private static string Member(string name, string? value) => value is null ? "" : $",\"{name}\":{value}";

    private static List<(string, string)> Interleave(List<string> functions, List<string> others, List<int> more)
    {
        var resources = functions.Select((body, i) => ($"F{i}", body)).ToList();
        for (var i = 0; i < others.Count; i++) resources.Insert(more[i] * (i + 1), ($"O{i}", others[i]));
        resources.Add(("Role", """{"Type":"AWS::IAM::Role","Properties":{"Policies":[{"PolicyName":"Own","PolicyDocument":{"Statement":[]}}]}}"""));
        resources.Insert(0, ("Role2", """{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{},"ManagedPolicyArns":["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]}}"""));
        return resources;
    }

    private string Layout(string json) => Style switch
    {
        0 => json,
        1 => json.Replace("\":", "\" : ", StringComparison.Ordinal).Replace(",\"", " , \"", StringComparison.Ordinal),
        _ => Templates.JsonModel.Read(System.Text.Json.JsonDocument.Parse(json).RootElement).Written(2),
    };
}
