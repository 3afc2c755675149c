using FsCheck;
using FsCheck.Fluent;

namespace Macro.Core.Tests.Laws.Cases;

/// <summary>
/// A function and a state machine as AWS's APIs describe deployed ones, without intrinsic functions, and the settings to instrument
/// them with.
/// </summary>
internal sealed record DeployedCase(string Function, string Machine, string Parameters)
{
    private const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:forwarder";

    private const string Versions =
        "\"pythonLayerVersion\":120,\"javaLayerVersion\":28,\"dotnetLayerVersion\":26,\"rubyLayerVersion\":30";

    private static readonly string[] Runtimes = ["python3.12", "nodejs22.x", "java21", "dotnet8", "ruby3.3", "provided.al2023"];

    private static readonly string[] Layers =
    [
        "\"arn:aws:lambda:us-east-1:123456789012:layer:zz:7\"", "\"arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python312:90\"",
        "\"arn:aws:lambda:us-east-1:123456789012:layer:aa:1\"", "\"arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Extension:65\"",
    ];

    private static readonly string[] Variables =
    [
        "\"OWN\":\"hunter2\"", "\"DD_SERVICE\":\"mine\"", "\"DD_LOG_LEVEL\":\"debug\"", "\"DD_TAGS\":\"Owner:Bob\"",
        "\"DD_TAGS\":\"a:b,git.commit.sha:1,git.repository_url:x\"", "\"DD_MERGE_XRAY_TRACES\":\"true\"", "\"EXTRA\":\"own\"",
        "\"AWS_LAMBDA_EXEC_WRAPPER\":\"/opt/mine\"", "\"AWS_LAMBDA_EXEC_WRAPPER\":\"/opt/datadog_wrapper\"",
        "\"AWS_LAMBDA_EXEC_WRAPPER\":\"/opt/bootstrap\"", "\"DD_TRACE_PARTIAL_FLUSH_ENABLED\":\"true\"",
        "\"DD_APPSEC_ENABLED\":\"false\"",
    ];

    private static readonly string[] Tags =
    [
        "{\"Key\":\"team\",\"Value\":\"x\"}", "{\"Key\":\"service\",\"Value\":\"mine\"}",
        "{\"Key\":\"DD_TRACE_ENABLED\",\"Value\":\"false\"}",
    ];

    private static readonly string[] Settings =
    [
        "\"service\":\"s\"", "\"env\":\"prod\"", "\"tags\":\"team:y,zone:1\"",
        "\"gitData\":\"abc,https://github.com/o/r\"", "\"extraEnv\":\"EXTRA=1,MORE=2\"",
        "\"enableXrayTracing\":true", "\"redirectHandlers\":false", "\"logLevel\":\"info\"", "\"captureCloudServicePayload\":true",
        "\"addLayers\":false",
    ];

    private static readonly string[] Tasks =
    [
        Task("lambda:invoke", """{"FunctionName":"f"}"""),
        Task("lambda:invoke", """{"FunctionName":"f","Payload.$":"$"}"""),
        Task("lambda:invoke", """{"FunctionName":"f","Payload":{}}"""),
        Task("lambda:invoke", """{"Payload.$":"States.JsonMerge($$, $, false)"}"""),
        Task("states:startExecution", """{"StateMachineArn":"m"}"""),
        Task("states:startExecution.sync:2", """{"Input":{},"StateMachineArn":"m"}"""),
        Task("states:startExecution", """{"Input":{"a":1, "CONTEXT.$":"$$['Execution', 'State', 'StateMachine']"}}"""),
        """{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Parameters":{"a": 1.10},"Next":"B"}""",
        JsonataTask("lambda:invoke", """{"FunctionName":"f","Payload":"{% $states.input %}"}"""),
        JsonataTask("lambda:invoke", """{"Payload":{ }}"""),
        JsonataTask("states:startExecution", """{"StateMachineArn":"m"}"""),
        JsonataTask("sqs:sendMessage", """{"MessageBody":"x"}"""),
        JsonataTask("sns:publish", """{"Message":"x","MessageAttributes":{}}"""),
        JsonataTask("events:putEvents", """{"Entries":[{"Detail":{ }},{"Detail":{"a":1}},{"Detail":"{% $x %}"}]}"""),
        """
        {"Type":"Map","ItemProcessor":{"StartAt":"I","States":{
        "I":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{},"End":true}}},"Next":"B"}
        """,
        """{"Type":"Pass","Next":"B"}""",
    ];

    private static readonly string[] Loggings =
    [
        "",
        "\"LoggingConfiguration\":{\"Level\":\"OFF\"},",
        "\"LoggingConfiguration\":{\"Level\":\"ERROR\",\"IncludeExecutionData\":false,\"Destinations\":[]},",
        "\"LoggingConfiguration\":{\"Level\":\"ALL\",\"IncludeExecutionData\":true,"
        + "\"Destinations\":[{\"CloudWatchLogsLogGroup\":{\"LogGroupArn\":\"arn:aws:logs:us-east-1:123456789012:log-group:/own:*\"}}]},",
    ];

    public static Gen<DeployedCase> Cases =>
        from runtime in Gen.Elements(Runtimes)
        from handler in Gen.Elements("\"Handler\":\"app.run\"", "\"Handler\":\"datadog_lambda.handler.handler\"")
        from layers in Gen.SubListOf(Layers)
        from variables in Gen.SubListOf(Variables)
        from given in Gen.Elements("", "\"DD_LAMBDA_HANDLER\":\"own.handler\"")
        from tracing in Gen.Elements("", ",\"TracingConfig\":{\"Mode\":\"PassThrough\"}", ",\"TracingConfig\":{\"Mode\":\"Active\"}")
        from tags in Gen.SubListOf(Tags)
        from tasks in Gen.ListOf(Gen.Elements(Tasks), 2)
        from logging in Gen.Elements(Loggings)
        from settings in Gen.SubListOf(Settings)
        from node in Gen.Elements(
            "\"nodeLayerVersion\":140",
            "\"nodeLayerArn\":\"arn:aws:lambda:us-east-1:123456789012:layer:my-datadog:3\"")
        from mode in Gen.Elements(
            $"\"forwarderArn\":\"{Forwarder}\"", "\"extensionLayerVersion\":66,\"apiKeySecretArn\":\"arn:s\"",
            "\"extensionLayerVersion\":96,\"apiKeySsmArn\":\"arn:aws:ssm:us-east-1:1:parameter/k\"",
            "\"extensionLayerVersion\":66,\"apiKeySecretArn\":\"arn:s\",\"appSecMode\":\"on\"")
        let all = Once(given.Length > 0 ? [.. variables, given] : variables)
        select new DeployedCase(
            FunctionBody($"\"Runtime\":\"{runtime}\",{handler}", string.Join(',', layers), all, string.Join(", ", tags), tracing),
            MachineBody(logging, string.Join(',', tags), Definition(tasks[0], tasks[1])),
            ParametersOf([mode, node, .. settings]));

    public string Fragment =>
        $"{{\"Resources\":{{\"F\":{Function},\"M\":{Machine},"
        + "\"Role\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{\"Path\":\"/\"}}}}";

    private static string FunctionBody(string runtime, string layers, string variables, string tags, string tracing) =>
        $"{{\"Type\":\"AWS::Lambda::Function\",\"Properties\":{{{runtime},{Role("Role")},\"Layers\":[{layers}],"
        + $"\"Environment\":{{\"Variables\":{{ {variables} }}}},\"Tags\":[{tags}]{tracing}}}}}";

    private static string MachineBody(string logging, string tags, string definition) =>
        $"{{\"Type\":\"AWS::StepFunctions::StateMachine\",\"Properties\":{{ {logging}{Role("RoleArn")},\"Tags\":[{tags}],"
        + $"\"DefinitionString\":\"{System.Text.Json.JsonEncodedText.Encode(definition)}\"}}}}";

    private static string Role(string property) => $"\"{property}\":{{\"Fn::GetAtt\":[\"Role\",\"Arn\"]}}";

    private static string ParametersOf(IEnumerable<string> settings) =>
        $"{{{Versions},\"stepFunctionForwarderArn\":\"{Forwarder}\",{string.Join(',', settings)}}}";

    private static string Once(IEnumerable<string> variables) => string.Join(',', variables.DistinctBy(variable => variable.Split(':')[0]));

    private static string Task(string action, string parameters) =>
        $$"""{"Type":"Task","Resource":"arn:aws:states:::{{action}}","Parameters":{{parameters}},"Next":"B"}""";

    private static string JsonataTask(string action, string arguments) =>
        $$"""{"Type":"Task","QueryLanguage":"JSONata","Resource":"arn:aws:states:::{{action}}","Arguments":{{arguments}},"Next":"B"}""";

    private static string Definition(string first, string second)
    {
        var last = second.Replace("\"Next\":\"B\"", "\"End\": true", StringComparison.Ordinal);
        return $"{{\n  \"StartAt\": \"A\",\n  \"States\": {{\n    \"A\": {first},\n    \"B\": {last}\n  }}\n}}";
    }
}
