using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

public sealed partial class FunctionLimitsTests
{
    [Theory]
    [InlineData("""["1","2","3","4"]""", "")]
    [InlineData("""["1","2","3","4","5"]""", "DD601 F")]
    [InlineData("""["1","2","3","4",{"Fn::If":["C","5",{"Ref":"AWS::NoValue"}]}]""", "")]
    [InlineData("""["1","2","3","4",{"Fn::If":["C","5","6"]}]""", "DD601 F")]
    [InlineData("""{"Fn::If":["C",["1"],["1","2","3","4","5"]]}""", "DD601 F")]
    [InlineData("""{"Ref":"Five"}""", "DD601 F")]
    [InlineData("""{"Ref":"Unknown"}""", "")]
    public void Check_Layers_AreFiveAtMost(string layers, string codes)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"python3.12","Handler":"h","Layers":{{layers}}}""", """{"layerVersion":1}""",
            sections: """
            ,"Parameters":{"Five":{"Type":"CommaDelimitedList","Default":"1,2,3,4,5"},"Unknown":{"Type":"CommaDelimitedList"}}
            """);

        string.Join(',', run.Codes).ShouldBe(codes);
    }

    [Fact]
    public void Check_LayersOfSamGlobals_Count() =>
        MacroRun.OfFunction(
            """{"Runtime":"python3.12","Handler":"h","Layers":["5"]}""", """{"layerVersion":1}""", type: "AWS::Serverless::Function",
            sections: ""","Globals":{"Function":{"Layers":["1","2","3","4"]}}""").Codes.ShouldBe(["DD601 F"]);

    /// <summary>Lambda measures the JSON of all variables, which takes 212 bytes without the value of A.</summary>
    [Theory]
    [InlineData(3_884, "", "")]
    [InlineData(3_885, "", "DD602 F")]
    [InlineData(3_882, "é", "")]
    [InlineData(3_883, "é", "DD602 F")]
    [InlineData(3_882, "\\\"", "")]
    [InlineData(3_883, "\\\"", "DD602 F")]
    [InlineData(3_882, "\\u00e9", "")]
    [InlineData(3_883, "\\u00e9", "DD602 F")]
    [InlineData(3_878, "\\u0001", "")]
    [InlineData(3_879, "\\u0001", "DD602 F")]
    public void Check_Variables_Are4096BytesAtMost(int length, string more, string codes)
    {
        var properties = "{\"Runtime\":\"provided\",\"Environment\":{\"Variables\":{\"A\":\"" + new string('x', length) + more
            + "\",\"DD_SITE\":\"x\",\"B\":{\"Ref\":\"Unknown\"}}}}";

        string.Join(',', MacroRun.OfFunction(properties, "{}").Codes).ShouldBe(codes);
    }

    [Theory]
    [InlineData(49, "")]
    [InlineData(50, "DD603 F")]
    public void Check_Tags_AreFiftyAtMost(int count, string codes)
    {
        var tags = string.Join(',', Enumerable.Range(0, count).Select(i => "{\"Key\":\"" + i + "\",\"Value\":\"\"}"));

        string.Join(',', MacroRun.OfFunction("{\"Runtime\":\"provided\",\"Tags\":[" + tags + "]}", "{}").Codes).ShouldBe(codes);
    }

    [Fact]
    public void Check_VariablesUnderACondition_CountInTheLargestBranch()
    {
        var large = "{\"A\":\"" + new string('x', 5_000) + "\"}";

        MacroRun.OfFunction("{\"Runtime\":\"provided\",\"Environment\":{\"Variables\":{\"Fn::If\":[\"C\"," + large + ",{}]}}}", "{}").Codes
            .ShouldBe(["DD602 F"]);
    }

    [Fact]
    public void Check_TagsUnderACondition_CountInTheLargestBranch()
    {
        var tags = string.Join(',', Enumerable.Range(0, 50).Select(i => "{\"Key\":\"" + i + "\",\"Value\":\"\"}"));

        MacroRun.OfFunction("{\"Runtime\":\"provided\",\"Tags\":{\"Fn::If\":[\"C\",[" + tags + "],[]]}}", "{}").Codes.ShouldBe(["DD603 F"]);
    }

    [Fact]
    public void Check_VariableOfGlobalsThatTheFunctionReplaces_DoesNotCount() =>
        MacroRun.OfFunction("""{"Runtime":"provided","Environment":{"Variables":{"A":"x"}}}""", "{}", type: "AWS::Serverless::Function",
            sections: ",\"Globals\":{\"Function\":{\"Environment\":{\"Variables\":{\"A\":\"" + new string('x', 5_000) + "\"}}}}").Codes
            .ShouldBeEmpty();

    [Fact]
    public void Check_InheritedVariables_CountAsTheJsonOfTheMap()
    {
        string Codes(int length) => string.Join(',', MacroRun.OfFunction(
            """{"Runtime":"provided","Environment":{"Variables":{"BB":"\"","DD_SITE":true}}}""", "{}", type: "AWS::Serverless::Function",
            sections: ",\"Globals\":{\"Function\":{\"Environment\":{\"Variables\":{\"AA\":\"" + new string('x', length) + "\"}}}}").Codes);
        var ours = """{"BB":"\"","DD_SITE":"true","DD_FLUSH_TO_LOG":"true","DD_ENHANCED_METRICS":"true","DD_TRACE_ENABLED":"true","""
            + """ "DD_SERVERLESS_LOGS_ENABLED":"true","DD_CAPTURE_LAMBDA_PAYLOAD":"false","DD_MERGE_XRAY_TRACES":"false","AA":""}""".Trim();

        Codes(4096 - ours.Length).ShouldBe("");
        Codes(4097 - ours.Length).ShouldBe("DD602 F");
    }

    [Theory]
    [InlineData(512, false)]
    [InlineData(513, true)]
    public void Check_MoreVariablesThanCanFit_AreNotAdded(int count, bool isRefusedByNumber)
    {
        var variables = string.Join(',', Enumerable.Range(0, count - 6).Select(i => $"V{i:000}="));

        var errors = MacroRun.OfFunction("""{"Runtime":"provided"}""", $$"""{"extraEnv":"{{variables}}"}""").Errors;

        errors.ShouldHaveSingleItem().Contains("at least 4104 bytes", StringComparison.Ordinal).ShouldBe(isRefusedByNumber);
    }

    [Theory]
    [InlineData("AWS_REGION=x", "DD224 extraEnv")]
    [InlineData("AWS_LAMBDA_RUNTIME_API=x", "DD224 extraEnv")]
    [InlineData("LAMBDA_TASK_ROOT=", "DD224 extraEnv")]
    [InlineData("_HANDLER=x", "DD219 extraEnv")]
    [InlineData("_X_AMZN_TRACE_ID=x", "DD219 extraEnv")]
    [InlineData("A=x", "DD219 extraEnv")]
    [InlineData("AWS_LWA_PORT=8080", "")]
    [InlineData("AWS_LAMBDA_EXEC_WRAPPER=/opt/x", "")]
    [InlineData("AWS_XRAY_CONTEXT_MISSING=LOG_ERROR", "")]
    [InlineData("TZ=UTC", "")]
    [InlineData("aws_region=x", "")]
    public void Check_ExtraVariables_AreNotReserved(string item, string codes) =>
        string.Join(',', MacroRun.OfFunction("""{"Runtime":"provided"}""", $$"""{"extraEnv":["{{item}}"]}""").Codes).ShouldBe(codes);

    public static TheoryData<string, string> Tags => new()
    {
        { "\"tags\":\"team:a b\"", "" },
        { "\"tags\":\"_.:/=+-@\"", "" },
        { "\"tags\":\"équipe:日本 ²\"", "" },
        { "\"tags\":\"team:a&b\"", "DD225 tags" },
        { "\"tags\":\"te*m:a\"", "DD225 tags" },
        { "\"tags\":\"team:\U0001F600\"", "DD225 tags" },
        { "\"tags\":\"AWS:x\"", "" },
        { "\"tags\":[\"aws:x:y\"]", "" },
        { "\"tags\":\"no*value\"", "" },
        { $"\"tags\":\"{new string('k', 128)}:{new string('v', 256)}\"", "" },
        { $"\"tags\":\"{new string('k', 129)}:v\"", "DD225 tags" },
        { $"\"tags\":\"k:{new string('v', 257)}\"", "DD225 tags" },
        { "\"service\":\"a&b\"", "DD225 service" },
        { "\"env\":\"a,b\"", "DD225 env" },
        { "\"version\":\"1.20\"", "" },
        { "\"version\":\"1.20~rc1\"", "DD225 version" },
        { "\"service\":{\"Fn::Sub\":\"${AWS::StackName}&\"}", "" },
    };

    [Theory]
    [MemberData(nameof(Tags))]
    public void Check_SettingsThatBecomeTags_AreAcceptedByAws(string parameter, string codes)
    {
        const string Forwarder = "\"arn:aws:lambda:us-east-1:123456789012:function:f\"";
        string Codes(string more) => string.Join(',', MacroRun.OfFunction("""{"Runtime":"provided"}""", $"{{{parameter}{more}}}").Codes);

        Codes($",\"forwarderArn\":{Forwarder}").ShouldBe(codes);
        Codes($",\"stepFunctionForwarderArn\":{Forwarder}").ShouldBe(codes);
        Codes("").ShouldBe("");
    }
}
