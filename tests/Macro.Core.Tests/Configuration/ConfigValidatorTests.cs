using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Configuration;

public sealed class ConfigValidatorTests
{
    [Theory]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:function:forwarder\"", "")]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:function:forwarder:live\"", "")]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:function:forwarder:$LATEST\"", "")]
    [InlineData("""{"Fn::Sub":"arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:forwarder"}""", "")]
    [InlineData("""{"Fn::GetAtt":["Forwarder","Arn"]}""", "")]
    [InlineData("""{"Fn::ImportValue":"forwarder"}""", "")]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789013:function:forwarder\"",
        "DD217 another account than this deployment (123456789012)")]
    [InlineData("\"arn:aws:lambda:us-east-2:123456789012:function:forwarder\"",
        "DD217 another region than this deployment (us-east-1)")]
    [InlineData("\"arn:aws-cn:lambda:us-east-1:123456789012:function:forwarder\"",
        "DD217 another partition than this deployment (aws)")]
    [InlineData("\"arn:aws:lambda:us-east-2:123456789013:function:forwarder\"",
        "DD217 another region than this deployment (us-east-1)")]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:layer:forwarder:1\"", "DD216")]
    [InlineData("\"arn:aws:lambda:us-east-1:123:function:forwarder\"", "DD216")]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:function:\"", "DD216")]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:function:forwarder\\n\"", "DD216")]
    [InlineData("\"forwarder\"", "DD216")]
    public void CheckStack_Forwarder_IsAFunctionBesideTheDeployment(string arn, string expected)
    {
        foreach (var parameter in new[] { "forwarderArn", "stepFunctionForwarderArn" })
        {
            var errors = MacroRun.Of("""{"Resources":{}}""", $$"""{"{{parameter}}":{{arn}}}""").Errors;

            if (expected.Length == 0) errors.ShouldBeEmpty();
            else
            {
                errors.ShouldHaveSingleItem()
                    .ShouldMatch($"^{expected[..5]} {parameter}: .*{System.Text.RegularExpressions.Regex.Escape(expected[5..].Trim())}");
            }
        }
    }

    [Fact]
    public void CheckStack_RegionThatTheEventDoesNotTell_IsReportedAlone() =>
        MacroRun.OfEvent("""{"fragment":{"Resources":{}},"params":{"forwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:f"}}""")
            .Codes.ShouldBe(["DD104"]);

    [Theory]
    [InlineData("a", 1, "")]
    [InlineData("aZ09_-:./", 1, "")]
    [InlineData("a", 193, "")]
    [InlineData("a", 194, "DD214 llmObsMlApp")]
    [InlineData("é", 1, "DD214 llmObsMlApp")]
    [InlineData("a b", 1, "DD214 llmObsMlApp")]
    [InlineData("a\\n", 1, "DD214 llmObsMlApp")]
    [InlineData("", 1, "DD213 llmObsEnabled")]
    public void CheckStack_NameOfAnLlmApplication_IsWhatDatadogAccepts(string name, int times, string codes) =>
        string.Join(',', Codes($$"""{"llmObsEnabled":true,"llmObsMlApp":"{{string.Concat(Enumerable.Repeat(name, times))}}"}"""))
            .ShouldBe(codes);

    [Theory]
    [InlineData("datadoghq.com", "DD220 lambdaFips")]
    [InlineData("datadoghq.eu", "DD220 lambdaFips")]
    [InlineData("ddog-gov.com", "")]
    [InlineData("us2.ddog-gov.com", "")]
    public void CheckStack_FipsOutsideOfGovCloud_IsWarnedOf(string site, string codes) =>
        string.Join(',', Codes($$"""{"lambdaFips":true,"site":"{{site}}"}""")).ShouldBe(codes);

    [Theory]
    [InlineData("""{"extensionLayerVersion":1,"apiKeySsmName":"x"}""", "DD212 apiKeySsmName")]
    [InlineData("""{"apiKeySsmName":"x"}""", "")]
    [InlineData("""{"extensionLayerVersion":96,"orgUuid":"x"}""", "")]
    [InlineData("""{"apiKeySecretArn":"x","orgUuid":"x"}""", "DD207 apiKeySecretArn")]
    [InlineData("""{"extensionLayerVersion":1,"apiKeySsmArn":"x"}""", "")]
    [InlineData("""{"apiKey":"x","apiKMSKey":"y","apiKeySsmArn":"z"}""", "DD207 apiKey,DD222 apiKey")]
    [InlineData("""{"flushMetricsToLogs":false}""", "DD221 flushMetricsToLogs")]
    [InlineData("""{"flushMetricsToLogs":false,"apiKMSKey":"x"}""", "")]
    [InlineData("""{"flushMetricsToLogs":false,"extensionLayerVersion":1,"apiKMSKey":"x"}""", "")]
    [InlineData("""{"appSecMode":"off","enableDDTracing":false}""", "")]
    [InlineData("""{"appSecMode":"on","enableDDTracing":false}""", "DD215 appSecMode")]
    [InlineData("""{"appSecMode":"on","enableDDTracing":"maybe"}""", "DD203 enableDDTracing")]
    [InlineData("""{"addExtension":"maybe"}""", "DD203 addExtension")]
    [InlineData("""{"extensionLayerVersion":1,"apiKeySecretArn":{}}""", "DD203 apiKeySecretArn")]
    [InlineData("""{"extensionLayerVersion":1,"extensionLayerArn":"x","apiKMSKey":"x"}""", "DD208 extensionLayerVersion")]
    [InlineData(
        """{"extraEnv":["AA=","_A=1","1=1","A B=1","=1","A_1=b=c"]}""", "DD219 extraEnv,DD219 extraEnv,DD219 extraEnv,DD219 extraEnv")]
    [InlineData("""{"gitData":{"Ref":"X"}}""", "DD204 gitData")]
    [InlineData("""{"gitData":"abc,"}""", "DD218 gitData")]
    public void CheckStack_ParametersThatDoNotGoTogether_AreReported(string parameters, string codes) =>
        string.Join(',', Codes(parameters)).ShouldBe(codes);

    [Theory]
    [InlineData("""{"llmObsEnabled":true}""", "DD213 F")]
    [InlineData("""{"tags":{"Ref":"Unknown"}}""", "DD223 F")]
    [InlineData("""{"extraEnv":["AA=1","B"]}""", "DD219 F")]
    [InlineData("""{"service":"checkout"}""", "")]
    public void CheckResource_SettingsOfOneResource_AreReportedThere(string settings, string codes) =>
        string.Join(',', CodesOfResource("{}", settings)).ShouldBe(codes);

    [Theory]
    [InlineData("""{"llmObsEnabled":true}""", """{"service":"checkout"}""", "DD213 llmObsEnabled")]
    [InlineData("""{"extraEnv":["B"]}""", """{"extraEnv":["C"]}""", "DD219 extraEnv")]
    [InlineData("""{"extraEnv":["B"]}""", """{"extraEnv":["AA=1","C"]}""", "DD219 extraEnv,DD219 F")]
    public void CheckResource_ViolationOfTheStack_IsReportedOnce(string parameters, string settings, string codes) =>
        string.Join(',', CodesOfResource(parameters, settings)).ShouldBe(codes);

    private static IEnumerable<string> CodesOfResource(string parameters, string settings)
    {
        const string Template = """
            {"Resources":{"F":{"Type":"AWS::Lambda::Function","Metadata":{"Datadog":SETTINGS},"Properties":{"Runtime":"provided"}}}}
            """;
        return MacroRun.Of(Template.Replace("SETTINGS", settings, StringComparison.Ordinal), parameters).Codes;
    }

    private static IReadOnlyList<string> Codes(string parameters) => MacroRun.Of("""{"Resources":{}}""", parameters).Codes;
}
