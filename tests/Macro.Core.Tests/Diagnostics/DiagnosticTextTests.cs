using System.Text;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Diagnostics;

/// <summary>The exact line that people see, for every kind of diagnostic.</summary>
public sealed class DiagnosticTextTests
{
    private const string Function = """{"Runtime":"python3.12","Handler":"h"}""";
    private const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:forwarder";

    public static TheoryData<string, string, string> Lines => new()
    {
        { "DD101", "{\"region\": \n nonsense", "DD101: The event is not valid JSON (line 2, byte 3). Pass the macro event as CloudFormation sends it, as UTF-8 JSON." },
        { "DD103", new string('[', 1001), "DD103: The event is nested more than 1000 levels deep. Reduce the nesting of the template." },
        { "DD104", "[]", "DD104: The event's root is not an object. Pass the macro event as CloudFormation sends it: an object with region, accountId, fragment, params, requestId and templateParameterValues." },
        { "DD105", Event("{}"), "DD105: The template has no Resources object. List the macro in the template's top-level Transform section; inside Fn::Transform it receives only part of the template." },
        { "DD106", Event("""{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.12","Runtime":"python3.13"}}}}"""), "DD106 Resources.F.Properties: Duplicate key Runtime. Remove one of the two." },
        { "DD107", Event("""{"Resources":{"Fn::ForEach::Topics":[]}}"""), "DD107 Fn::ForEach::Topics: Fn::ForEach::Topics is a loop that AWS::LanguageExtensions has not expanded, so the resources that it creates are not instrumented. List AWS::LanguageExtensions before this macro under Transform." },
        { "DD201", With("[]"), "DD201: The macro's parameters must be an object. Write them as a mapping of names to values." },
        { "DD202", With("""{"servcie":"x"}"""), "DD202 servcie: Unknown parameter servcie. Did you mean service? See docs/parameters.md for all parameters." },
        { "DD203", With("""{"pythonLayerVersion":"hunter2"}"""), "DD203 pythonLayerVersion: The value of pythonLayerVersion (a string) is not accepted. Accepted: a whole number of at least 1." },
        { "DD204", With("""{"pythonLayerVersion":{"Ref":"Unknown"}}"""), "DD204 pythonLayerVersion: The macro must know the value of pythonLayerVersion, but it is an expression (Ref) that only the deployment can resolve. Write the value itself, or refer to a template parameter that is neither NoEcho nor an SSM parameter." },
        { "DD205", OnFunction("""{"site":"datadoghq.eu"}"""), "DD205 F: site applies to the whole stack, so it cannot be set under Metadata.Datadog of a resource. Move it to the parameters of the transform." },
        { "DD206", With("""{"enableDDLogs":true,"enableDatadogLogs":true}"""), "DD206 enableDatadogLogs: enableDatadogLogs and another spelling of enableDDLogs are both set. Remove one of the two." },
        { "DD207", With("""{"apiKeySecretArn":"x","apiKeySsmArn":"y"}"""), "DD207 apiKeySecretArn: More than one API key is set: apiKeySecretArn and apiKeySsmArn. Keep one of them." },
        { "DD208", With("""{"pythonLayerVersion":1,"pythonLayerArn":"x"}"""), "DD208 pythonLayerVersion: pythonLayerVersion and pythonLayerArn are both set. Remove one of the two." },
        { "DD209", With("""{"addExtension":true,"apiKeySecretArn":"x"}"""), "DD209 addExtension: addExtension is true, but neither extensionLayerVersion nor extensionLayerArn is set. Set extensionLayerVersion to a version of the layer Datadog-Extension." },
        { "DD210", With("""{"extensionLayerVersion":65}"""), "DD210 addExtension: The extension is on, but no API key that it can read is set. Set apiKeySecretArn, apiKeySsmArn, apiKMSKey or apiKey." },
        { "DD211", With($$"""{"extensionLayerVersion":65,"forwarderArn":"{{Forwarder}}","apiKeySecretArn":"x"}"""), "DD211 forwarderArn: The extension and forwarderArn are both set, so every log would be sent twice. Remove one of the two." },
        { "DD212", With("""{"extensionLayerVersion":65,"apiKeySsmName":"x"}"""), "DD212 apiKeySsmName: The extension is on, but it cannot read the API key from apiKeySsmName. Set apiKeySsmArn to the ARN of the SSM parameter instead." },
        { "DD213", With("""{"llmObsEnabled":true}"""), "DD213 llmObsEnabled: llmObsEnabled is true, but llmObsMlApp is not set. Set llmObsMlApp to the name of your application." },
        { "DD214", With("""{"llmObsMlApp":"a b"}"""), "DD214 llmObsMlApp: llmObsMlApp is not a name that Datadog accepts. Use 1 to 193 letters, digits and the characters _ - : . /" },
        { "DD215", With("""{"appSecMode":"tracer","enableDDTracing":false}"""), "DD215 appSecMode: appSecMode is on, but tracing is off, and App and API Protection needs tracing. Set enableDDTracing to true, or appSecMode to off." },
        { "DD216", With("""{"stepFunctionForwarderArn":"arn:aws:s3:::x"}"""), "DD216 stepFunctionForwarderArn: stepFunctionForwarderArn is not the ARN of a Lambda function. Set it to the ARN of the Datadog Forwarder, such as arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder." },
        { "DD217", With("""{"forwarderArn":"arn:aws:lambda:eu-west-3:123456789012:function:x"}"""), "DD217 forwarderArn: forwarderArn is a function in another region than this deployment (us-east-1), and a log group can only send logs to a function in its own region and account. Install the Datadog Forwarder in this region, and set its ARN." },
        { "DD218", With("""{"gitData":"x"}"""), "DD218 gitData: gitData must be a commit hash and a repository URL, separated by a comma. Set it to \"$(git rev-parse HEAD),$(git config --get remote.origin.url)\"." },
        { "DD219", With("""{"extraEnv":["A=1","B"]}"""), "DD219 extraEnv: Item 2 of extraEnv is not of the form NAME=value. Write the variable's name (letters, digits and _, starting with a letter), an equals sign and the value." },
        { "DD220", With("""{"lambdaFips":true}"""), "DD220 lambdaFips: lambdaFips is on, but site is not a GovCloud site, so data is sent to endpoints that are not FIPS-validated. Set site to ddog-gov.com or us2.ddog-gov.com." },
        { "DD221", With("""{"flushMetricsToLogs":false}"""), "DD221 flushMetricsToLogs: flushMetricsToLogs is false, but neither the extension nor an API key is set, so metrics are lost. Set an API key, or remove flushMetricsToLogs." },
        { "DD222", With("""{"apiKey":"hunter2"}"""), "DD222 apiKey: apiKey puts the API key in plain text into the template and into the environment variables of every function. Store the key in Secrets Manager and set apiKeySecretArn." },
        { "DD223", With("""{"tags":{"Ref":"Unknown"}}"""), "DD223 tags: tags is an expression that only the deployment can resolve, so DD_TAGS gets the expression, but the functions get no resource tags. Write out the tags, or refer to a template parameter." },
        { "DD301", Of(Function), "DD301 F: The function's runtime is python3.12, but no version of the Datadog layer for it is set. Set pythonLayerVersion, or set addLayers to false if your package contains the Datadog library." },
        { "DD302", Of(Function, """{"layerVersion":1}""", ""","G":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"nodejs22.x","Handler":"h"}}"""), "DD302 layerVersion: layerVersion is set, but the functions use several languages, whose layers have different versions: Python, Node.js. Set pythonLayerVersion and nodeLayerVersion instead." },
        { "DD303", Of(Function, """{"layerVersion":1}""", region: "cn-north-1"), "DD303: Datadog publishes no layers in region cn-north-1. Publish the layers in your own account, and set layersAccountId or the ARNs of the layers." },
        { "DD304", Of("""{"Runtime":"nodejs22.x","Handler":"h"}""", """{"layerVersion":1,"apiKeySecretArn":"x","flushMetricsToLogs":false}"""), "DD304 F: flushMetricsToLogs is false and the API key is in apiKeySecretArn, which the library for Node.js does not read without the Datadog extension. Set extensionLayerVersion to add the extension, or remove flushMetricsToLogs." },
        { "DD305", Of(Function, """{"layerVersion":1,"appSecMode":"extension"}"""), "DD305 F: appSecMode needs the Datadog extension on this function. Set extensionLayerVersion to add the extension, or set appSecMode to off." },
        { "DD306", Of("""{"Runtime":"nodejs22.x","Handler":"h"}""", """{"layerVersion":1,"appSecMode":"tracer"}"""), "DD306 F: appSecMode is tracer, which works only for Python functions; the runtime of this function is nodejs22.x. Set appSecMode to on, or set another mode under Metadata.Datadog of this function." },
        { "DD307", MacroRun.Event("""{"Globals":{"Function":{"Layers":["arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python313:1"]}},"Resources":{"F":{"Type":"AWS::Serverless::Function","Properties":{"Runtime":"python3.13","Handler":"h"}}}}""", """{"pythonLayerVersion":2}"""), "DD307 F: Globals adds another version of the layer Datadog-Python313 to the function, and a function can have only one version of a layer. Use the same version in Globals, or remove the layer there." },
        { "DD311", Of("""{"Runtime":{"Ref":"Unknown"}}"""), "DD311 F: The function's runtime is missing, or not known before the deployment, so the function is not instrumented. Set Runtime to a value that the template's parameters and mappings determine." },
        { "DD312", Of("""{"Runtime":"provided","Architectures":[{"Ref":"Unknown"}]}"""), "DD312 F: The function's architecture is not known before the deployment, so the function is not instrumented. Set Architectures to a value that the template's parameters and mappings determine." },
        { "DD313", Of("""{"Runtime":"provided","Environment":{"Ref":"Unknown"}}"""), "DD313 F: Environment of the function is an expression that the macro cannot add to, so the function is not instrumented. Write out Environment, and use expressions only for the values inside it." },
        { "DD314", Of("""{"Runtime":"nodejs22.x","Role":{"Fn::GetAtt":["R","Arn"]}}""", more: ""","R":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Statement":[{"Principal":{"Service":["lambda.amazonaws.com","edgelambda.amazonaws.com"]}}]}}}"""), "DD314 F: The function runs at the edge (Lambda@Edge), where layers and environment variables are not allowed, so it is not instrumented. List the function under exclude to silence this warning." },
        { "DD315", Of("""{"Runtime":"provided"}""", more: ""","V":{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"F"}}},"Live":{"Type":"AWS::Lambda::Alias","Properties":{"FunctionVersion":{"Fn::GetAtt":["V","Version"]}}}"""), "DD315 F: Version V (alias Live) keeps its old settings until the function's code changes. Deploy the change together with a change of the code." },
        { "DD316", Of("""{"Runtime":"python3.7","Handler":"h","Architectures":["arm64"]}"""), "DD316 F: Datadog publishes no arm64 layer for runtime python3.7, so the function is not instrumented. Use a newer runtime." },
        { "DD317", Of("""{"Runtime":"python3.12"}""", """{"layerVersion":1}"""), "DD317 F: The function has no Handler, so the macro cannot redirect it to Datadog's handler, and it is not traced. Set Handler." },
        { "DD318", Of("""{"Runtime":"python3.12","Handler":"h","Environment":{"Variables":{"DD_LAMBDA_HANDLER":"hunter2"}}}""", """{"layerVersion":1}"""), "DD318 F: DD_LAMBDA_HANDLER named another handler than Handler, and the library would have called that one, so the macro replaced it. Remove DD_LAMBDA_HANDLER from the template." },
        { "DD319", Of("""{"Runtime":"java21","Environment":{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":"/own"}}}""", """{"layerVersion":1,"extensionLayerVersion":65,"apiKeySecretArn":"x"}"""), "DD319 F: AWS_LAMBDA_EXEC_WRAPPER is already set, so Datadog's wrapper is not added, and the function is not traced. Call /opt/datadog_wrapper from your wrapper, or remove the variable." },
        { "DD320", Of("""{"Runtime":"provided","Role":"arn:r"}""", """{"enableXrayTracing":true}"""), "DD320 F: The function's role is not in this template, so it may not be allowed to send traces to X-Ray. Add this statement to the role: {\"Effect\":\"Allow\",\"Action\":[\"xray:PutTraceSegments\",\"xray:PutTelemetryRecords\"],\"Resource\":\"*\"}" },
        { "DD321", Of("""{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""", """{"apiKeySecretArn":"x"}""", ""","R":{"Type":"AWS::IAM::Role","Properties":{}}"""), "DD321 F: Nothing in this template allows role R to read the API key. Allow secretsmanager:GetSecretValue on the ARN in apiKeySecretArn." },
        { "DD322", Of("""{"PackageType":"Image"}""", """{"containerImages":"python"}"""), "DD322 F: The template does not contain the command of the container image, so the macro cannot redirect it to Datadog's handler, and the function is not traced. Set ImageConfig.Command in the template, or have the image's own CMD call Datadog's handler." },
        { "DD323", Of("""{"Runtime":"python3.12","Handler":"h","CodeSigningConfigArn":"arn:csc"}""", """{"layerVersion":1}"""), "DD323 F: The function's code-signing configuration may reject Datadog's layers, which are signed by arn:aws:signer:us-east-1:464622532012:/signing-profiles/DatadogLambdaSigningProfile/9vMI9ZAGLc. Add that profile to the allowed publishers; addSigningProfile does so if the configuration is in this template." },
        { "DD324", Of("""{"Runtime":"python3.13","Handler":{"Fn::If":["C","datadog_lambda.handler.handler","a.b"]}}""", """{"layerVersion":1}"""), "DD324 F: One branch of Handler is already Datadog's handler, so Handler is unchanged, and the other branch is not traced. Use your own handler in every branch." },
        { "DD325", Of("""{"Runtime":"nodejs22.x","Handler":"h"}""", """{"layerVersion":1,"extensionLayerVersion":2,"apiKeySecretArn":"x","appSecMode":"extension","redirectHandlers":false}"""), "DD325 F: appSecMode needs Datadog's wrapper on this function, but redirectHandlers is false, so App and API Protection stays off. Set redirectHandlers to true under Metadata.Datadog of the function, or set appSecMode to off." },
        { "DD326", MacroRun.Event("""{"Resources":{"F":{"Type":"AWS::Serverless::Function","Properties":{"Runtime":"provided","AutoPublishAlias":"live"}}}}"""), "DD326 F: The alias live that SAM publishes keeps its old settings until the function's code changes. Set AutoPublishAliasAllProperties to true and list this macro before SAM's transform, or deploy the change together with a change of the code." },
        { "DD601", Of("""{"Runtime":"python3.12","Handler":"h","Layers":["1","2","3","4","5"]}""", """{"layerVersion":1}"""), "DD601 F: The function would have 6 layers, and Lambda allows 5. Remove layers of your own, exclude the function, or set addLayers to false and add the Datadog library to your package." },
        { "DD602", Of($$$"""{"Runtime":"provided","Environment":{"Variables":{"A":"{{{new string('x', 4096)}}}","DD_SITE":{"Ref":"X"} } } }"""), "DD602 F: The function's environment variables would take at least 4251 bytes, and Lambda allows 4096. Shorten them, or exclude the function." },
        { "DD603", Of($$"""{"Runtime":"provided","Tags":[{{string.Join(',', Enumerable.Range(0, 50).Select(i => $"{{\"Key\":\"{i}\",\"Value\":\"\"}}"))}}]}"""), "DD603 F: The function would have 51 tags, and Lambda allows 50. Remove tags, or exclude the function." },
        { "DD604", Event("{\"Resources\":{" + string.Join(',', Enumerable.Range(0, 501).Select(i => $"\"R{i}\":{{}}")) + "}}"), "DD604: The template would have 501 resources (0 of them added by the macro), and CloudFormation allows 500. Split the stack, or exclude functions." },
        { "DD605", Event("{\"Resources\":{},\"Description\":\"" + new string('x', 1_000_001 - MacroRun.Of("""{"Resources":{},"Description":""}""").Text.Length) + "\"}"), "DD605: The instrumented template would have 1000001 bytes, and CloudFormation allows 1000000. Split the stack, or exclude functions." },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Run_EventWithAFault_SaysExactlyThis(string code, string json, string expected)
    {
        var run = MacroRun.OfEvent(json);

        var kind = DiagnosticCatalog.Find(code).ShouldNotBeNull();
        (kind.Severity == Severity.Error ? run.Errors : run.Warnings).ShouldContain(expected);
        run.Succeeded.ShouldBe(kind.Severity == Severity.Warning);
        (run.ErrorMessage is null || run.ErrorMessage.Split('\n').Contains(expected)).ShouldBeTrue(run.ErrorMessage);
    }

    [Fact]
    public void Run_InvalidUtf8_SaysExactlyThis() =>
        MacroRun.OfEvent([.. "{\"region\":\""u8, 0xC3, 0x28, .. "\"}"u8]).ErrorMessage.ShouldBe(
            "Nothing was instrumented: 1 problem.\nDD102: The event is not valid UTF-8. Save the template as UTF-8.");

    [Fact]
    public void InternalFault_Any_SaysExactlyThis() =>
        InstrumentationResult.InternalError("r-1", new InvalidOperationException("hunter2")).ErrorMessage.ShouldBe(
            "Nothing was instrumented: 1 problem.\nDD199: The macro failed with an internal error (InvalidOperationException) in request r-1. The template is unchanged. Please report the error with the request id; the log of the macro's function has the details.");

    /// <summary>The groups DD4xx and DD5xx belong to log forwarding and state machines, whose tests have their own table.</summary>
    [Fact]
    public void Lines_Together_AreEveryKindOfTheCatalogue()
    {
        var ours = DiagnosticCatalog.All.Select(kind => kind.Code).Where(code => code[2] is not ('4' or '5'));

        Lines.Select(line => line.Data.Item1).Append("DD102").Append("DD199").ShouldBe(ours, ignoreOrder: true);
    }

    [Fact]
    public void Run_NameThatCannotBeSeen_StandsInQuotes() =>
        MacroRun.OfEvent(With("""{"":"x"}""")).Errors.ShouldHaveSingleItem().ShouldStartWith("DD202 \"\": ");

    [Fact]
    public void Run_NameWithALineBreak_StaysOneLineForEachProblem()
    {
        var run = MacroRun.OfEvent(With("""{"a\nDD999 fake: line":1,"b\r\nb":2}"""));

        run.ErrorMessage!.Split('\n').Length.ShouldBe(3);
        run.ErrorMessage.ShouldStartWith("Nothing was instrumented: 2 problems.\nDD202 a DD999 fake: line: Unknown parameter a DD999 fake: line.");
        Encoding.UTF8.GetByteCount(run.ErrorMessage).ShouldBeLessThan(1000);
    }

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
