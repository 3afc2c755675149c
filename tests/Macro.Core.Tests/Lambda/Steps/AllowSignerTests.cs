using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class AllowSignerTests
{
    private const string Signer = "\"arn:aws:signer:us-east-1:464622532012:/signing-profiles/DatadogLambdaSigningProfile/9vMI9ZAGLc\"";
    private const string Reference = """{"Ref":"Signing"}""";

    private static MacroRun Run(string parameters, string publishers, string reference = Reference, string runtime = "python3.12") =>
        MacroRun.OfFunction(
        $$"""{"Runtime":"{{runtime}}","Handler":"h","CodeSigningConfigArn":{{reference}}}""",
        $$"""{"pythonLayerVersion":1{{parameters}}}""",
        $$""","Signing":{"Type":"AWS::Lambda::CodeSigningConfig","Properties":{"AllowedPublishers":{{publishers}} } }""");

    private static string Listing(string items) => $$"""{"SigningProfileVersionArns":[{{items}}]}""";

    [Theory]
    [InlineData("\"own\"", "\"own\",+")]
    [InlineData("\"own\",+", "\"own\",+")]
    [InlineData("""{"Fn::GetAtt":["P","Arn"]}""", """{"Fn::GetAtt":["P","Arn"]},+""")]
    public void Apply_AddSigningProfile_ListsTheSignerOnce(string before, string after)
    {
        var run = Run(",\"addSigningProfile\":true", Listing(before.Replace("+", Signer, StringComparison.Ordinal)));

        run.Property("AllowedPublishers", "Signing").ShouldBe(Listing(after.Replace("+", Signer, StringComparison.Ordinal)));
        run.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_ListUnderACondition_IsAddedToInEachBranch()
    {
        var run = Run(",\"addSigningProfile\":true", """{"SigningProfileVersionArns":{"Fn::If":["C",["a"],["b"]]}}""");

        run.Property("AllowedPublishers", "Signing")
            .ShouldBe("""{"SigningProfileVersionArns":{"Fn::If":["C",["a",+],["b",+]]}}""".Replace("+", Signer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "{\"SigningProfileVersionArns\":[\"own\"]}", Reference)]
    [InlineData(",\"addSigningProfile\":true", "{\"SigningProfileVersionArns\":[\"own\"]}", "\"arn:csc\"")]
    [InlineData(
        ",\"addSigningProfile\":true",
        "{\"SigningProfileVersionArns\":[\"own\"]}",
        """{"Fn::If":["C",{"Ref":"Other"},{"Ref":"AWS::NoValue"}]}""")]
    [InlineData(",\"addSigningProfile\":true", """{"SigningProfileVersionArns":{"Ref":"Arns"}}""", Reference)]
    [InlineData(",\"addSigningProfile\":true", """{"Ref":"Publishers"}""", Reference)]
    [InlineData(",\"addSigningProfile\":true", "\"none\"", Reference)]
    public void Apply_ConfigurationThatMayRefuse_IsWarnedOfAndStays(string parameters, string publishers, string reference)
    {
        var run = Run(parameters, publishers, reference);

        run.Codes.ShouldBe(["DD323 F"]);
        run.Property("AllowedPublishers", "Signing").ShouldBe(publishers);
    }

    /// <summary>The profile signs Datadog's own layers in the standard partition only.</summary>
    [Theory]
    [InlineData("us-east-1", "\"pythonLayerVersion\":1", true)]
    [InlineData("us-east-1", "\"extensionLayerVersion\":1,\"addLayers\":false,\"apiKeySsmArn\":\"s\"", true)]
    [InlineData("us-east-1", "\"pythonLayerArn\":\"arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python312:1\"", true)]
    [InlineData("us-east-1", "\"pythonLayerArn\":\"arn:aws:lambda:us-east-1:123456789012:layer:Datadog-Python312:1\"", false)]
    [InlineData("us-east-1", "\"pythonLayerVersion\":1,\"layersAccountId\":\"123456789012\"", false)]
    [InlineData("us-east-1", "\"pythonLayerVersion\":1,\"layersAccountId\":\"464622532012\"", true)]
    [InlineData("us-east-1", "\"addLayers\":false", false)]
    [InlineData("us-gov-west-1", "\"pythonLayerVersion\":1", false)]
    [InlineData("us-gov-west-1", "\"pythonLayerVersion\":1,\"layersAccountId\":\"464622532012\"", false)]
    [InlineData("cn-north-1", "\"pythonLayerVersion\":1,\"layersAccountId\":\"123456789012\"", false)]
    public void Apply_LayerThatIsNotDatadogs_IsNotWarnedOfAndAddsNoProfile(string region, string parameters, bool isDatadogs)
    {
        const string Signing = ",\"Signing\":{\"Type\":\"AWS::Lambda::CodeSigningConfig\",\"Properties\":{\"AllowedPublishers\":"
            + "{\"SigningProfileVersionArns\":[\"own\"]}}}";
        const string Function = """{"Runtime":"python3.12","Handler":"h","CodeSigningConfigArn":{"Ref":"Signing"}}""";

        var warned = MacroRun.OfFunction(Function, $"{{{parameters}}}", Signing, region: region);
        var edited = MacroRun.OfFunction(Function, $"{{{parameters},\"addSigningProfile\":true}}", Signing, region: region);

        warned.Codes.ShouldBe(isDatadogs ? ["DD323 F"] : []);
        edited.Codes.ShouldBeEmpty();
        edited.Property("AllowedPublishers", "Signing").ShouldBe(Listing(isDatadogs ? $"\"own\",{Signer}" : "\"own\""));
    }

    [Fact]
    public void Apply_FullList_IsWarnedOf()
    {
        var twenty = Listing(string.Join(',', Enumerable.Range(0, 20).Select(i => $"\"{i}\"")));

        var run = Run(",\"addSigningProfile\":true", twenty);

        run.Codes.ShouldBe(["DD323 F"]);
        run.Property("AllowedPublishers", "Signing").ShouldBe(twenty);
    }

    [Theory]
    [InlineData(",\"addLayers\":false", Reference, "python3.12")]
    [InlineData("", Reference, "provided.al2023")]
    [InlineData("", """{"Ref":"AWS::NoValue"}""", "python3.12")]
    public void Apply_NothingOfOursToSign_IsSilent(string parameters, string reference, string runtime) =>
        Run(parameters, Listing("\"own\""), reference, runtime).Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData("+", "")]
    [InlineData("\"own\",+", "")]
    [InlineData("\"own\"", "DD323 F")]
    public void Apply_SignerThatIsListed_NeedsNoPermissionToAddIt(string signers, string codes) =>
        string.Join(',', Run("", Listing(signers.Replace("+", Signer, StringComparison.Ordinal))).Codes).ShouldBe(codes);
}
