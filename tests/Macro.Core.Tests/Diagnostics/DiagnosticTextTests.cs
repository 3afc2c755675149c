using System.Text;
using Macro.Core.Diagnostics;
using Macro.Core.Protocol;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Diagnostics;

/// <summary>The exact line that people see, for every kind of diagnostic.</summary>
public sealed class DiagnosticTextTests
{
    private const string Function = """{"Runtime":"python3.12","Handler":"h"}""";
    private const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:forwarder";

    public static TheoryData<string, string, string> Lines => new()
    {
        {
            "DD101",
            "{\"region\": \n nonsense",
            "DD101: The event is not valid JSON; it breaks at line 2, byte 3. Send the macro event as CloudFormation makes it, UTF-8 JSON."
        },
        { "DD103", new string('[', 1001), "DD103: The event nests deeper than 1000 levels. Flatten the template." },
        {
            "DD104",
            "[]",
            "DD104: The event's root is no object. Send the macro event as CloudFormation makes it: an object with region, accountId, "
                + "fragment, params, requestId and templateParameterValues."
        },
        {
            "DD105",
            Event("{}"),
            "DD105: The fragment has no Resources object. List the macro under the template's top-level Transform; inside Fn::Transform "
                + "it sees only a part of the template."
        },
        {
            "DD106",
            Event("""{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.12","Runtime":"python3.13"}}}}"""),
            "DD106 Resources.F.Properties: The key Runtime stands twice here. Keep one of the two."
        },
        {
            "DD107",
            Event("""{"Resources":{"Fn::ForEach::Topics":[]}}"""),
            "DD107 Fn::ForEach::Topics: Fn::ForEach::Topics is a loop that AWS::LanguageExtensions has not expanded yet, so what it "
                + "makes is not instrumented. List AWS::LanguageExtensions before this macro under Transform."
        },
        { "DD201", With("[]"), "DD201: The macro's parameters are no object. Write them as a mapping of names and values." },
        {
            "DD202",
            With("""{"servcie":"x"}"""),
            "DD202 servcie: There is no parameter servcie. Did you mean service? docs/parameters.md lists all parameters."
        },
        {
            "DD203",
            With("""{"pythonLayerVersion":"hunter2"}"""),
            "DD203 pythonLayerVersion: The value of pythonLayerVersion (a string) is not accepted. Accepted: a whole number of at least 1."
        },
        {
            "DD204",
            With("""{"pythonLayerVersion":{"Ref":"Unknown"}}"""),
            "DD204 pythonLayerVersion: pythonLayerVersion is an expression (Ref) that only the deployment can evaluate, but the macro "
                + "has to know the value. Write the value itself, or refer to a template parameter that is neither NoEcho nor an SSM "
                + "parameter."
        },
        {
            "DD205",
            OnFunction("""{"site":"datadoghq.eu"}"""),
            "DD205 F: site under Metadata.Datadog holds for the whole stack, not for one resource. Move it to the parameters of the "
                + "transform."
        },
        {
            "DD206",
            With("""{"enableDDLogs":true,"enableDatadogLogs":true}"""),
            "DD206 enableDatadogLogs: enableDatadogLogs and another spelling of enableDDLogs are both set. Keep one of the two."
        },
        {
            "DD207",
            With("""{"apiKeySecretArn":"x","apiKeySsmArn":"y"}"""),
            "DD207 apiKeySecretArn: apiKeySecretArn and apiKeySsmArn are set at the same time. Keep one of them."
        },
        {
            "DD208",
            With("""{"pythonLayerVersion":1,"pythonLayerArn":"x"}"""),
            "DD208 pythonLayerVersion: pythonLayerVersion and pythonLayerArn are set at the same time. Keep one of the two."
        },
        {
            "DD209",
            With("""{"addExtension":true,"apiKeySecretArn":"x"}"""),
            "DD209 addExtension: addExtension is true, but neither extensionLayerVersion nor extensionLayerArn is set. Set "
                + "extensionLayerVersion to a version of the layer Datadog-Extension."
        },
        {
            "DD210",
            With("""{"extensionLayerVersion":65}"""),
            "DD210 addExtension: The extension is on, but no API key is set that it can read. Set apiKeySecretArn, apiKeySsmArn, "
                + "apiKMSKey or apiKey."
        },
        {
            "DD211",
            With($$"""{"extensionLayerVersion":65,"forwarderArn":"{{Forwarder}}","apiKeySecretArn":"x"}"""),
            "DD211 forwarderArn: The extension and forwarderArn are both on, which would send each log twice. Keep one of the two."
        },
        {
            "DD212",
            With("""{"extensionLayerVersion":65,"apiKeySsmName":"x"}"""),
            "DD212 apiKeySsmName: apiKeySsmName is read by the libraries, but not by the extension, which is on. Set apiKeySsmArn to the "
                + "parameter's ARN instead."
        },
        {
            "DD213",
            With("""{"llmObsEnabled":true}"""),
            "DD213 llmObsEnabled: llmObsEnabled is true, but llmObsMlApp is not set. Set llmObsMlApp to the name of your application."
        },
        {
            "DD214",
            With("""{"llmObsMlApp":"a b"}"""),
            "DD214 llmObsMlApp: llmObsMlApp is no name that Datadog accepts. Use 1 to 193 letters, digits and the characters _ - : . /"
        },
        {
            "DD215",
            With("""{"appSecMode":"tracer","enableDDTracing":false}"""),
            "DD215 appSecMode: appSecMode is on, but tracing is off, and one needs the other. Set enableDDTracing to true, or appSecMode "
                + "to off."
        },
        {
            "DD216",
            With("""{"stepFunctionForwarderArn":"arn:aws:s3:::x"}"""),
            "DD216 stepFunctionForwarderArn: stepFunctionForwarderArn is not the ARN of a Lambda function. Set it to the ARN of the "
                + "Datadog Forwarder: arn:aws:lambda:<region>:<account>:function:<name>."
        },
        {
            "DD217",
            With("""{"forwarderArn":"arn:aws:lambda:eu-west-3:123456789012:function:x"}"""),
            "DD217 forwarderArn: forwarderArn names a function of another region than this deployment's (us-east-1), and a log group can "
                + "only feed a function beside it. Install the Datadog Forwarder there too, and set its ARN."
        },
        {
            "DD218",
            With("""{"gitData":"x"}"""),
            "DD218 gitData: gitData is not a commit hash and a repository URL separated by a comma. Set it to \"$(git rev-parse HEAD),"
                + "$(git config --get remote.origin.url)\"."
        },
        {
            "DD219",
            With("""{"extraEnv":["A=1","B"]}"""),
            "DD219 extraEnv: Item 2 of extraEnv is not of the form NAME=value. Write a variable's name (letters, digits and _, beginning "
                + "with a letter), an equals sign and the value."
        },
        {
            "DD220",
            With("""{"lambdaFips":true}"""),
            "DD220 lambdaFips: lambdaFips is on, but site is no GovCloud site, so data leaves by an endpoint that is not FIPS-validated. "
                + "Set site to ddog-gov.com or us2.ddog-gov.com."
        },
        {
            "DD221",
            With("""{"flushMetricsToLogs":false}"""),
            "DD221 flushMetricsToLogs: flushMetricsToLogs is false, but neither the extension nor an API key is set, so metrics go "
                + "nowhere. Set an API key, or leave flushMetricsToLogs out."
        },
        {
            "DD222",
            With("""{"apiKey":"hunter2"}"""),
            "DD222 apiKey: apiKey puts the API key in plain text into the template and every function's variables. Store it in Secrets "
                + "Manager and set apiKeySecretArn."
        },
        {
            "DD223",
            With("""{"tags":{"Ref":"Unknown"}}"""),
            "DD223 tags: tags is an expression that only the deployment can evaluate: it goes to DD_TAGS as it is, but the functions get "
                + "no resource tags of it. Write the tags out, or refer to a template parameter."
        },
        {
            "DD301",
            Of(Function),
            "DD301 F: The function's runtime is python3.12, but no version of its layer is set. Set pythonLayerVersion, or addLayers to "
                + "false when your package brings the library along."
        },
        {
            "DD302",
            Of(
                Function,
                """{"layerVersion":1}""",
                ""","G":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"nodejs22.x","Handler":"h"}}"""),
            "DD302 layerVersion: layerVersion is set, but the functions are of several languages: Python, Node.js. Set "
                + "pythonLayerVersion and nodeLayerVersion instead."
        },
        {
            "DD303",
            Of(Function, """{"layerVersion":1}""", region: "cn-north-1"),
            "DD303: Datadog publishes no layers in region cn-north-1. Publish them yourself and set layersAccountId or the layers' ARNs."
        },
        {
            "DD304",
            Of("""{"Runtime":"nodejs22.x","Handler":"h"}""", """{"layerVersion":1,"apiKeySecretArn":"x","flushMetricsToLogs":false}"""),
            "DD304 F: apiKeySecretArn with flushMetricsToLogs false needs the extension on a Node.js function, whose library does not "
                + "read the secret. Turn the extension on (extensionLayerVersion), or leave flushMetricsToLogs out."
        },
        {
            "DD305",
            Of(Function, """{"layerVersion":1,"appSecMode":"extension"}"""),
            "DD305 F: appSecMode needs the Datadog extension for this function. Turn the extension on (extensionLayerVersion), or set "
                + "appSecMode to off."
        },
        {
            "DD306",
            Of("""{"Runtime":"nodejs22.x","Handler":"h"}""", """{"layerVersion":1,"appSecMode":"tracer"}"""),
            "DD306 F: appSecMode is tracer, which only Python functions can have; this one's runtime is nodejs22.x. Set appSecMode to "
                + "on, or to another mode under Metadata.Datadog of this function."
        },
        {
            "DD307",
            MacroRun.Event(
                """
                {"Globals":{"Function":{"Layers":["arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python313:1"]}},
                  "Resources":{"F":{"Type":"AWS::Serverless::Function","Properties":{"Runtime":"python3.13","Handler":"h"}}}}
                """, """{"pythonLayerVersion":2}"""),
            "DD307 F: Globals gives the function another version of layer Datadog-Python313, and Lambda takes only one. Set that version "
                + "in Globals, or remove the layer there."
        },
        {
            "DD311",
            Of("""{"Runtime":{"Ref":"Unknown"}}"""),
            "DD311 F: The function's runtime is missing, or not known before the deployment, so it is left alone. Give Runtime a value "
                + "that parameters and mappings decide."
        },
        {
            "DD312",
            Of("""{"Runtime":"provided","Architectures":[{"Ref":"Unknown"}]}"""),
            "DD312 F: The function's architecture is not known before the deployment, so it is left alone. Give Architectures a value "
                + "that parameters and mappings decide."
        },
        {
            "DD313",
            Of("""{"Runtime":"provided","Environment":{"Ref":"Unknown"}}"""),
            "DD313 F: Environment of the function is an expression that cannot be added to, so the function is left alone. Write "
                + "Environment out, or put the expression inside it."
        },
        {
            "DD314",
            Of(
                """{"Runtime":"nodejs22.x","Role":{"Fn::GetAtt":["R","Arn"]}}""",
                more: """
                ,"R":{"Type":"AWS::IAM::Role",
                  "Properties":{"AssumeRolePolicyDocument":{"Statement":[{"Principal":{"Service":["lambda.amazonaws.com",
                  "edgelambda.amazonaws.com"]}}]}}}
                """),
            "DD314 F: The function runs at the edge (Lambda@Edge), where it can have neither layers nor variables, so it is left alone. "
                + "List it under exclude to silence this."
        },
        {
            "DD315",
            Of(
                """{"Runtime":"provided"}""",
                more: """
                ,"V":{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"F"}}},
                  "Live":{"Type":"AWS::Lambda::Alias","Properties":{"FunctionVersion":{"Fn::GetAtt":["V","Version"]}}}
                """),
            "DD315 F: Version V (alias Live) keeps its old settings until the function's code changes. Deploy it together with a change "
                + "of the code."
        },
        {
            "DD316",
            Of("""{"Runtime":"python3.7","Handler":"h","Architectures":["arm64"]}"""),
            "DD316 F: Datadog publishes no arm64 layer for runtime python3.7, so the function is left alone. Use a newer runtime."
        },
        {
            "DD317",
            Of("""{"Runtime":"python3.12"}""", """{"layerVersion":1}"""),
            "DD317 F: The function has no Handler, so it is not redirected and stays untraced. Give it a Handler."
        },
        {
            "DD318",
            Of(
                """{"Runtime":"python3.12","Handler":"h","Environment":{"Variables":{"DD_LAMBDA_HANDLER":"hunter2"}}}""",
                """{"layerVersion":1}"""),
            "DD318 F: DD_LAMBDA_HANDLER was set to something else than Handler, and the library would have called it; it now holds the "
                + "Handler. Remove DD_LAMBDA_HANDLER from the template."
        },
        {
            "DD319",
            Of(
                """{"Runtime":"java21","Environment":{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":"/own"}}}""",
                """{"layerVersion":1,"extensionLayerVersion":65,"apiKeySecretArn":"x"}"""),
            "DD319 F: AWS_LAMBDA_EXEC_WRAPPER is already set, so Datadog's wrapper is not, and the function stays untraced. Let your "
                + "wrapper call /opt/datadog_wrapper, or remove it."
        },
        {
            "DD320",
            Of("""{"Runtime":"provided","Role":"arn:r"}""", """{"enableXrayTracing":true}"""),
            "DD320 F: The function's role is not in this template, so X-Ray may not be allowed. Add this statement to the role: "
                + "{\"Effect\":\"Allow\",\"Action\":[\"xray:PutTraceSegments\",\"xray:PutTelemetryRecords\"],\"Resource\":\"*\"}"
        },
        {
            "DD321",
            Of(
                """{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""",
                """{"apiKeySecretArn":"x"}""",
                ""","R":{"Type":"AWS::IAM::Role","Properties":{}}"""),
            "DD321 F: Nothing in this template allows role R to read the API key. Allow it secretsmanager:GetSecretValue on the ARN of "
                + "apiKeySecretArn."
        },
        {
            "DD322",
            Of("""{"PackageType":"Image"}""", """{"containerImages":"python"}"""),
            "DD322 F: The template does not tell the container image's command, so the image is not redirected and stays untraced. Write "
                + "ImageConfig.Command in the template, or have the image's own CMD call Datadog's handler."
        },
        {
            "DD323",
            Of("""{"Runtime":"python3.12","Handler":"h","CodeSigningConfigArn":"arn:csc"}""", """{"layerVersion":1}"""),
            "DD323 F: The function's code-signing configuration may refuse Datadog's layers, which are signed by "
                + "arn:aws:signer:us-east-1:464622532012:/signing-profiles/DatadogLambdaSigningProfile/9vMI9ZAGLc. Add that profile to "
                + "its allowed publishers; addSigningProfile does so where the configuration is in this template."
        },
        {
            "DD324",
            Of("""{"Runtime":"python3.13","Handler":{"Fn::If":["C","datadog_lambda.handler.handler","a.b"]}}""", """{"layerVersion":1}"""),
            "DD324 F: One branch of Handler is Datadog's handler already, so the handler stays as it is, and the other branch stays "
                + "untraced. Write your own handler in every branch."
        },
        {
            "DD325",
            Of(
                """{"Runtime":"nodejs22.x","Handler":"h"}""",
                """{"layerVersion":1,"extensionLayerVersion":2,"apiKeySecretArn":"x","appSecMode":"extension","redirectHandlers":false}"""),
            "DD325 F: appSecMode needs Datadog's wrapper for this function, which redirectHandlers false forbids, so it stays off. Set "
                + "redirectHandlers to true under Metadata.Datadog of the function, or appSecMode to off."
        },
        {
            "DD326",
            MacroRun.Event(
                """
                {"Resources":{"F":{"Type":"AWS::Serverless::Function","Properties":{"Runtime":"provided","AutoPublishAlias":"live"}}}}
                """),
            "DD326 F: The alias live that SAM publishes keeps its old settings until the function's code changes. Set "
                + "AutoPublishAliasAllProperties to true and list this macro before SAM, or deploy it together with a change of the code."
        },
        {
            "DD601",
            Of("""{"Runtime":"python3.12","Handler":"h","Layers":["1","2","3","4","5"]}""", """{"layerVersion":1}"""),
            "DD601 F: The function would have 6 layers, and Lambda allows 5. Remove layers of your own, set addLayers to false and "
                + "package the library, or exclude the function."
        },
        {
            "DD602",
            Of($$$"""{"Runtime":"provided","Environment":{"Variables":{"A":"{{{new string('x', 4096)}}}","DD_SITE":{"Ref":"X"} } } }"""),
            "DD602 F: The function's environment variables would take at least 4251 bytes, and Lambda allows 4096. Shorten them, or "
                + "exclude the function."
        },
        {
            "DD603",
            Of("{\"Runtime\":\"provided\",\"Tags\":["
                + string.Join(',', Enumerable.Range(0, 50).Select(i => $"{{\"Key\":\"{i}\",\"Value\":\"\"}}")) + "]}"),
            "DD603 F: The function would have 51 tags, and Lambda allows 50. Remove tags, or exclude the function."
        },
        {
            "DD604",
            Event("{\"Resources\":{" + string.Join(',', Enumerable.Range(0, 501).Select(i => $"\"R{i}\":{{}}")) + "}}"),
            "DD604: The template would have 501 resources (0 of them added by the macro), and CloudFormation allows 500. Split the "
                + "stack, or exclude functions."
        },
        {
            "DD605",
            Event("{\"Resources\":{},\"Description\":\""
                + new string('x', 1_000_001 - MacroRun.Of("""{"Resources":{},"Description":""}""").Text.Length) + "\"}"),
            "DD605: The instrumented template would be 1000001 bytes, and CloudFormation allows 1000000. Split the stack, or exclude "
                + "functions."
        },
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
        MacroResponse.InternalFault("r-1", new InvalidOperationException("hunter2")).ErrorMessage.ShouldBe(
            "Nothing was instrumented: 1 problem.\nDD199: The macro failed on an internal fault (InvalidOperationException) in request "
                + "r-1. Nothing was changed. Please report it with the request id.");

    /// <summary>The groups DD4xx and DD5xx belong to log forwarding and state machines, whose tests have their own table.</summary>
    [Fact]
    public void Lines_Together_AreEveryKindOfTheCatalogue()
    {
        var ours = DiagnosticCatalog.All.Select(kind => kind.Code).Where(code => code[2] is not ('4' or '5'));

        TheoryRows.Names(Lines).Append("DD102").Append("DD199").ShouldBe(ours, ignoreOrder: true);
    }

    [Fact]
    public void All_Kinds_AreEveryFieldInTheOrderOfDistinctCodes()
    {
        var codes = DiagnosticCatalog.All.Select(kind => kind.Code).ToList();

        codes.ShouldBeUnique();
        codes.ShouldBeInOrder();
        DiagnosticCatalog.All.ShouldBe(
            typeof(DiagnosticCatalog).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticKind>(), ignoreOrder: true);
    }

    [Fact]
    public void Find_UnknownCode_IsNull() => DiagnosticCatalog.Find("DD999").ShouldBeNull();

    [Fact]
    public void Run_NameThatCannotBeSeen_StandsInQuotes() =>
        MacroRun.OfEvent(With("""{"":"x"}""")).Errors.ShouldHaveSingleItem().ShouldStartWith("DD202 \"\": ");

    [Fact]
    public void Run_NameWithALineBreak_StaysOneLineForEachProblem()
    {
        var run = MacroRun.OfEvent(With("""{"a\nDD999 fake: line":1,"b\r\nb":2}"""));

        run.ErrorMessage!.Split('\n').Length.ShouldBe(3);
        run.ErrorMessage
            .ShouldStartWith("Nothing was instrumented: 2 problems.\nDD202 a DD999 fake: line: There is no parameter a DD999 fake: line.");
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
