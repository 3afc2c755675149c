using Macro.Core.Configuration;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Configuration;

/// <summary>No parameter may be read and then forgotten.</summary>
public sealed class ParameterEffectTests
{
    private const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:forwarder";
    private const string Extension = "\"extensionLayerVersion\":65,\"apiKeySecretArn\":\"arn:s\"";

    /// <summary>The one parameter without an effect, which is accepted for compatibility.</summary>
    private const string WithoutEffect = "stackName";

    /// <summary>The one parameter that changes nothing in a template, but rejects some.</summary>
    private const string OnlyRejects = "pinnedLayerVersions";

    /// <summary>A value for each parameter, and the parameters that must stand beside it to show an effect.</summary>
    public static TheoryData<string, string, string> Values => new()
    {
        { "enabled", "false", "" },
        { "addLayers", "false", "" },
        { "layerVersion", "7", "-" },
        { "pythonLayerVersion", "7", "" },
        { "nodeLayerVersion", "7", "" },
        { "dotnetLayerVersion", "7", "" },
        { "javaLayerVersion", "7", "" },
        { "rubyLayerVersion", "7", "" },
        { "pythonLayerArn", "\"arn:l:1\"", "-" },
        { "nodeLayerArn", "\"arn:l:1\"", "-" },
        { "dotnetLayerArn", "\"arn:l:1\"", "-" },
        { "javaLayerArn", "\"arn:l:1\"", "-" },
        { "rubyLayerArn", "\"arn:l:1\"", "-" },
        { "pinnedLayerVersions", "false", "\"addExtension\":true,\"apiKeySecretArn\":\"arn:s\"" },
        { "layersAccountId", "\"111122223333\"", "" },
        { "extensionLayerVersion", "65", "\"apiKeySecretArn\":\"arn:s\"" },
        { "extensionLayerArn", "\"arn:l:1\"", "\"apiKeySecretArn\":\"arn:s\"" },
        { "addExtension", "false", Extension },
        { "exclude", "[\"Py*\"]", "" },
        { "excludeHelpers", "true", "" },
        { "forwarderArn", $"\"{Forwarder}\"", "\"service\":\"shop\"" },
        { "forwardApiLogs", "\"access\"", $"\"forwarderArn\":\"{Forwarder}\"" },
        { "forwardLogGroups", "\"/ecs/orders\"", $"\"forwarderArn\":\"{Forwarder}\"" },
        { "forwarderPermission", "true", $"\"forwarderArn\":\"{Forwarder}\"" },
        { "cloudWatchLogs", "false", Extension },
        { "stackName", "\"stack\"", $"\"forwarderArn\":\"{Forwarder}\"" },
        { "stepFunctionForwarderArn", $"\"{Forwarder}\"", "" },
        { "apiKey", "\"key\"", "" },
        { "apiKeySecretArn", "\"arn:s\"", "" },
        { "apiKeySsmArn", "\"arn:p\"", "" },
        { "apiKeySsmName", "\"/dd\"", "" },
        { "apiKMSKey", "\"enc\"", "" },
        { "orgUuid", "\"uuid\"", "" },
        { "grantSecretAccess", "false", "\"apiKeySsmArn\":\"arn:aws:ssm:us-east-1:1:parameter/dd\"" },
        { "kmsKeyArn", "\"arn:aws:kms:us-east-1:1:key/k\"", "\"apiKeySsmArn\":\"arn:aws:ssm:us-east-1:1:parameter/dd\"" },
        { "site", "\"datadoghq.eu\"", "" },
        { "logLevel", "\"debug\"", "" },
        { "flushMetricsToLogs", "false", "" },
        { "enableEnhancedMetrics", "false", "" },
        { "enableDDTracing", "false", "" },
        { "enableDDLogs", "false", "" },
        { "enableXrayTracing", "true", "" },
        { "enableApiXrayTracing", "true", "" },
        { "enableMergeXrayTraces", "true", "" },
        { "captureLambdaPayload", "true", "" },
        { "captureCloudServicePayload", "true", "" },
        { "injectLogContext", "true", "" },
        { "service", "\"shop\"", "" },
        { "env", "\"prod\"", "" },
        { "version", "\"1\"", Extension },
        { "tags", "[\"a:b\"]", "" },
        { "enableTags", "true", "\"service\":\"shop\"" },
        { "gitData", "\"abc,github.com/a/b\"", "" },
        { "enableColdStartTracing", "true", "" },
        { "minColdStartTraceDuration", "80", "" },
        { "coldStartTraceSkipLibs", "[\"a\"]", "" },
        { "enableProfiling", "true", "" },
        { "encodeAuthorizerContext", "true", "" },
        { "decodeAuthorizerContext", "true", "" },
        { "apmFlushDeadline", "50", "" },
        { "llmObsEnabled", "true", "\"llmObsMlApp\":\"app\"" },
        { "llmObsMlApp", "\"app\"", "" },
        { "llmObsAgentlessEnabled", "true", "" },
        { "lambdaFips", "true", Extension + ",\"site\":\"ddog-gov.com\"" },
        { "appSecMode", "\"on\"", Extension },
        { "redirectHandlers", "false", "" },
        { "customHandler", "\"own.redirect\"", "" },
        { "republishVersions", "true", "" },
        { "extraEnv", "[\"DD_X=1\"]", "" },
        { "logRetentionInDays", "30", $"\"forwarderArn\":\"{Forwarder}\",\"stepFunctionForwarderArn\":\"{Forwarder}\"" },
        { "removeLegacySubscriptions", "true", $"\"forwarderArn\":\"{Forwarder}\"" },
        { "containerImages", "\"python\"", "" },
        { "imageHasExtension", "true", "\"containerImages\":\"java\",\"apiKeySsmArn\":\"arn:s\"" },
        { "addSigningProfile", "true", "" },
        { "monitors", "[\"timeout\"]", "" },
        { "addOutputs", "true", "" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Run_WithTheParameter_GivesAnotherAnswerThanWithout(string name, string value, string beside)
    {
        var (with, without) = (Run(name, $"\"{name}\":{value}", beside), Run(name, null, beside));

        if (name == OnlyRejects) (with.Succeeded, without.Succeeded).ShouldBe((false, true));
        else if (name == WithoutEffect) with.Text.ShouldBe(without.Text);
        else (with.Text == without.Text).ShouldBeFalse($"{name} has no effect");
    }

    [Fact]
    public void Values_Together_AreEveryParameterOfTheCatalogue() =>
        TheoryRows.Names(Values).ShouldBe(ParameterCatalog.All.Select(parameter => parameter.Name), ignoreOrder: true);

    private static MacroRun Run(string name, string? parameter, string beside)
    {
        var libraries =
            "\"pythonLayerVersion\":120,\"nodeLayerVersion\":130,\"dotnetLayerVersion\":20,\"javaLayerVersion\":24,\"rubyLayerVersion\":25"
            .Split(',')
            .Where(version => !(parameter is not null
                && version.StartsWith($"\"{name.Replace("Arn", "Version", StringComparison.Ordinal)}\"", StringComparison.Ordinal)));
        if (name == "layerVersion")
            return MacroRun.Of(Template("python3.12"), parameter is null ? """{"pythonLayerVersion":1}""" : $$"""{{{parameter}}}""");
        string[] all = [.. libraries, .. beside is "" or "-" ? [] : new[] { beside }, .. parameter is null ? [] : new[] { parameter }];
        return MacroRun.Of(
            Template("python3.12", "nodejs22.x", "dotnet8", "java21", "ruby3.3", "provided"), "{" + string.Join(',', all) + "}");
    }

    private static string Template(params string[] runtimes)
    {
        var functions = runtimes.Select(
            (runtime, i) => "\"" + (i == 0 ? "Python" : $"F{i}") + "\":{\"Type\":\"AWS::Lambda::Function\",\"Properties\":{\"Runtime\":\""
                + runtime + "\",\"Handler\":\"h\",\"CodeSigningConfigArn\":{\"Ref\":\"Signing\"}}}");
        const string Others =
            """
            "AWS679f53fac002430cb0da5b7982bd22872D164C4C":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}},
            "Image":{"Type":"AWS::Lambda::Function","Properties":{"PackageType":"Image","ImageConfig":{"Command":["app.run"]}}},
            "Version":{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"Python"}}},
            "Read":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided","Role":{"Fn::GetAtt":["Role","Arn"]}}},
            "Role":{"Type":"AWS::IAM::Role","Properties":{}},
            "Signing":{"Type":"AWS::Lambda::CodeSigningConfig","Properties":{"AllowedPublishers":{"SigningProfileVersionArns":["arn:x"]}}},
            "Stage":{"Type":"AWS::ApiGateway::Stage","Properties":{"RestApiId":"a","StageName":"prod"}},
            "Machine":{"Type":"AWS::StepFunctions::StateMachine",
              "Properties":{"Definition":{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}}}
            """;
        return "{\"Resources\":{" + string.Join(',', functions) + "," + Others + "}}";
    }
}
