using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Diagnostics;

/// <summary>The events that give each kind of diagnostic.</summary>
public sealed partial class DiagnosticTextTests
{
    private const string Function = """{"Runtime":"python3.12","Handler":"h"}""";
    private const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:forwarder";

    /// <summary>An event for each kind; <c>DiagnosticLines.txt</c> has the line that it must give.</summary>
    public static TheoryData<string, string> Lines => new()
    {
        { "DD101", "{\"region\": \n nonsense" },
        { "DD103", new string('[', 1001) },
        { "DD104", "[]" },
        { "DD105", Event("{}") },
        { "DD106", Of("""{"Runtime":"python3.12","Runtime":"python3.13"}""") },
        { "DD107", Event("""{"Resources":{"Fn::ForEach::Topics":[]}}""") },
        {
            "DD109",
            MacroRun.Event("""{"Metadata":[],"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}}}}""",
                $$"""{"forwarderArn":"{{Forwarder}}"}""")
        },
        { "DD110", Event("""{"Resources":{"F":{"Type":"AWS::Serverless::Application","Properties":{}}}}""") },
        { "DD111", Event("""{"Resources":{"F":{"Type":"AWS::Lambda::WebFunction","Properties":{}}}}""") },
        { "DD201", With("[]") },
        { "DD202", With("""{"servcie":"x"}""") },
        { "DD203", With("""{"pythonLayerVersion":"hunter2"}""") },
        { "DD204", With("""{"pythonLayerVersion":{"Ref":"Unknown"}}""") },
        { "DD205", OnFunction("""{"site":"datadoghq.eu"}""") },
        { "DD206", With("""{"enableDDLogs":true,"enableDatadogLogs":true}""") },
        { "DD207", With("""{"apiKeySecretArn":"x","apiKeySsmArn":"y"}""") },
        { "DD208", With("""{"pythonLayerVersion":1,"pythonLayerArn":"x"}""") },
        { "DD209", With("""{"addExtension":true,"apiKeySecretArn":"x","pinnedLayerVersions":false}""") },
        { "DD210", With("""{"extensionLayerVersion":65}""") },
        { "DD211", With($$"""{"extensionLayerVersion":65,"forwarderArn":"{{Forwarder}}","apiKeySecretArn":"x"}""") },
        { "DD212", With("""{"extensionLayerVersion":65,"apiKeySsmName":"x"}""") },
        { "DD213", With("""{"llmObsEnabled":true}""") },
        { "DD214", With("""{"llmObsMlApp":"a b"}""") },
        { "DD215", With("""{"appSecMode":"tracer","enableDDTracing":false}""") },
        { "DD216", With("""{"stepFunctionForwarderArn":"arn:aws:s3:::x"}""") },
        { "DD217", With("""{"forwarderArn":"arn:aws:lambda:eu-west-3:123456789012:function:x"}""") },
        { "DD218", With("""{"gitData":"x"}""") },
        { "DD219", With("""{"extraEnv":["AA=1","B"]}""") },
        { "DD220", With("""{"lambdaFips":true}""") },
        { "DD221", With("""{"flushMetricsToLogs":false}""") },
        { "DD222", With("""{"apiKey":"hunter2"}""") },
        { "DD223", With("""{"tags":{"Ref":"Unknown"}}""") },
        { "DD224", With("""{"extraEnv":["AWS_REGION=x"]}""") },
        { "DD225", With("""{"forwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:f","tags":["a:b","team:a&b"]}""") },
        { "DD230", Of("""{"Runtime":"provided"}""", """{"orgUuid":"x"}""", region: "us-gov-west-1") },
        { "DD231", With("""{"extensionLayerVersion":65,"apiKeySecretArn":"x","injectLogContext":true}""") },
        { "DD232", With("""{"exclude":"G*"}""") },
        { "DD233", With("""{"kmsKeyArn":"alias/x"}""") },
        { "DD234", Of("""{"Runtime":"provided"}""", """{"addExtension":true,"apiKeySsmArn":"x"}""", region: "us-gov-west-1") },
        { "DD240", With("""{"forwardLogGroups":"/ecs/orders"}""") },
        { "DD241", With("""{"cloudWatchLogs":false}""") },
        { "DD242", MacroRun.Event("""
            {"Resources":{"F":{"Type":"AWS::Lambda::Function","Metadata":{"Datadog":{"cloudWatchLogs":false}},
              "Properties":{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}},
              "G":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}},
              "R":{"Type":"AWS::IAM::Role","Properties":{}}}}
            """, """{"addExtension":true,"apiKeySsmArn":"x"}""") },
        { "DD243", Of("""{"Runtime":"provided","Role":"arn:r"}""", """{"addExtension":true,"apiKeySsmArn":"x","cloudWatchLogs":false}""") },
        { "DD244", With("""{"monitors":["slow"]}""") },
        { "DD245", MacroRun.Event(
            "{\"Resources\":{},\"Outputs\":{" + string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"O{i}\":{{}}")) + "}}",
            """{"addOutputs":true}""") },
        { "DD301", Of(Function, """{"pinnedLayerVersions":false}""") },
        {
            "DD302",
            Of(
                Function,
                """{"layerVersion":1}""",
                ""","G":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"nodejs22.x","Handler":"h"}}""")
        },
        { "DD303", Of(Function, """{"layerVersion":1}""", region: "cn-north-1") },
        {
            "DD304",
            Of(
                """{"Runtime":"nodejs22.x","Handler":"h"}""",
                """{"layerVersion":1,"apiKeySecretArn":"x","flushMetricsToLogs":false}""")
        },
        { "DD305", Of(Function, """{"layerVersion":1,"appSecMode":"extension"}""") },
        { "DD306", Of("""{"Runtime":"nodejs22.x","Handler":"h"}""", """{"layerVersion":1,"appSecMode":"tracer"}""") },
        {
            "DD307",
            MacroRun.Event(
                """{"Globals":{"Function":{"Layers":["arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python313:1"]}},"""
                + """ "Resources":{"F":{"Type":"AWS::Serverless::Function","Properties":{"Runtime":"python3.13","Handler":"h"}}}}""",
                """{"pythonLayerVersion":2}""")
        },
        { "DD311", Of("""{"Runtime":{"Ref":"Unknown"}}""") },
        { "DD312", Of("""{"Runtime":"provided","Architectures":[{"Ref":"Unknown"}]}""") },
        { "DD313", Of("""{"Runtime":"provided","Environment":{"Ref":"Unknown"}}""") },
        {
            "DD314",
            Of(
                """{"Runtime":"nodejs22.x","Role":{"Fn::GetAtt":["R","Arn"]}}""",
                more: ""","R":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":"""
                + """{"Statement":[{"Principal":{"Service":["lambda.amazonaws.com","edgelambda.amazonaws.com"]}}]}}}""")
        },
        {
            "DD315",
            Of(
                """{"Runtime":"provided"}""",
                more: ""","V":{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"F"}}}"""
                + ""","Live":{"Type":"AWS::Lambda::Alias","Properties":{"FunctionVersion":{"Fn::GetAtt":["V","Version"]}}}""")
        },
        { "DD316", Of("""{"Runtime":"python3.7","Handler":"h","Architectures":["arm64"]}""") },
        { "DD317", Of("""{"Runtime":"python3.12"}""", """{"layerVersion":1}""") },
        {
            "DD318",
            Of(
                """{"Runtime":"python3.12","Handler":"h","Environment":{"Variables":{"DD_LAMBDA_HANDLER":"hunter2"}}}""",
                """{"layerVersion":1}""")
        },
        {
            "DD319",
            Of(
                """{"Runtime":"java21","Environment":{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":"/own"}}}""",
                """{"layerVersion":1,"extensionLayerVersion":65,"apiKeySecretArn":"x"}""")
        },
        { "DD320", Of("""{"Runtime":"provided","Role":"arn:r"}""", """{"enableXrayTracing":true}""") },
        {
            "DD321",
            Of(
                """{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""",
                """{"apiKeySecretArn":"x"}""",
                ""","R":{"Type":"AWS::IAM::Role","Properties":{}}""")
        },
        { "DD322", Of("""{"PackageType":"Image"}""", """{"containerImages":"python"}""") },
        { "DD323", Of("""{"Runtime":"python3.12","Handler":"h","CodeSigningConfigArn":"arn:csc"}""", """{"layerVersion":1}""") },
        {
            "DD324",
            Of(
                """{"Runtime":"python3.13","Handler":{"Fn::If":["C","datadog_lambda.handler.handler","a.b"]}}""",
                """{"layerVersion":1}""")
        },
        {
            "DD325",
            Of(
                """{"Runtime":"nodejs22.x","Handler":"h"}""",
                """{"layerVersion":1,"extensionLayerVersion":2,"apiKeySecretArn":"x","appSecMode":"extension","""
                + """ "redirectHandlers":false}""")
        },
        {
            "DD326",
            MacroRun.Event(
                """{"Resources":{"F":{"Type":"AWS::Serverless::Function","""
                + """ "Properties":{"Runtime":"provided","AutoPublishAlias":"live"}}}}""")
        },
        { "DD327", Of("""{"Runtime":"python3.12","PackageType":{"Ref":"Unknown"}}""", "{}") },
        { "DD330", Of("""{"Runtime":"python3.12","Handler":"a.b","Environment":{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":"/own"}}}""") },
        { "DD331", Of("""{"Runtime":"python3.12","Handler":"run.sh"}""") },
        {
            "DD332",
            Of("""{"Runtime":"python3.12","Handler":"a.b","Environment":{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":"/opt/bootstrap"}}}""")
        },
        {
            "DD333",
            Of(
                """{"Runtime":"python3.12","Handler":"a.b","Environment":{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":"/opt/bootstrap"}}}""",
                """{"extensionLayerVersion":76,"apiKeySsmArn":"x"}""")
        },
        { "DD334", Of("""{"Runtime":"provided","Role":"arn:r"}""", """{"apiKeySsmArn":"arn:aws:ssm:us-east-1:1:parameter/dd"}""") },
        {
            "DD335",
            Of(
                """{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""",
                """{"apiKeySsmArn":"arn:aws:ssm:us-east-1:1:parameter/dd"}""",
                ""","R":{"Type":"AWS::IAM::Role","Properties":{"PermissionsBoundary":{"Ref":"B"}}},"""
                + """ "B":{"Type":"AWS::IAM::ManagedPolicy","Properties":{"PolicyDocument":{"Statement":[]}}}""")
        },
        { "DD336", Of("""{"Runtime":"provided","DurableConfig":{}}""") },
        { "DD601", Of("""{"Runtime":"python3.12","Handler":"h","Layers":["1","2","3","4","5"]}""", """{"layerVersion":1}""") },
        {
            "DD602",
            Of($$$"""
                {"Runtime":"provided","Environment":{"Variables":{"A":"{{{new string('x', 4096)}}}","DD_SITE":{"Ref":"X"} } } }
                """)
        },
        { "DD603", Of($$"""{"Runtime":"provided","Tags":[{{Items(50, i => $$"""{"Key":"{{i}}","Value":""}""")}}]}""") },
        { "DD604", Event("{\"Resources\":{" + Items(501, i => $"\"R{i}\":{{}}") + "}}") },
        { "DD605", Event(Described(new string('x', 1_000_001 - MacroRun.Of(Described("")).Text.Length))) },
        { "DD606", Event("{\"Resources\":{},\"Globals\":{\"Function\":{\"A\":\"" + new string('x', 65_529) + "\"}}}") },
        {
            "DD607",
            MacroRun.Event(
                """
                {"Resources":{"M":{"Type":"AWS::StepFunctions::StateMachine",
                  "Properties":{"LoggingConfiguration":{"Destinations":[{},{}]}}}}}
                """,
                """{"stepFunctionForwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:f"}""")
        },
        {
            "DD608",
            Of("""{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""", """{"enableXrayTracing":true}""",
                ",\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{\"Policies\":[{\"PolicyName\":\"P\",\"PolicyDocument\":{\"A\":\""
                    + new string('x', 10_232) + "\"}}]}}")
        },
    };

    private static string Items(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));

    private static string Described(string text) => $$"""{"Resources":{},"Description":"{{text}}"}""";

    private static string Event(string fragment) => MacroRun.Event(fragment);

    private static string With(string parameters) =>
        MacroRun.Event("""{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}}}}""", parameters);

    private static string Of(string properties, string parameters = "{}", string more = "", string region = MacroRun.Region) =>
        MacroRun.Event(
            "{\"Resources\":{\"F\":{\"Type\":\"AWS::Lambda::Function\",\"Properties\":" + properties + "}" + more + "}}",
            parameters,
            region);

    private static string OnFunction(string metadata) =>
        MacroRun.Event("{\"Resources\":{\"F\":{\"Type\":\"AWS::Lambda::Function\",\"Metadata\":{\"Datadog\":" + metadata
            + "},\"Properties\":{\"Runtime\":\"provided\"}}}}");
}
