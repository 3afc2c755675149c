using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

public sealed class FunctionLimitsTests
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

    /// <summary>Ours take 147 bytes, DD_SITE 8, and the names of A and B 2, so that 3,939 are left for the value of A.</summary>
    [Theory]
    [InlineData(3_939, "", "")]
    [InlineData(3_940, "", "DD602 F")]
    [InlineData(3_937, "é", "")]
    [InlineData(3_938, "é", "DD602 F")]
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
}
