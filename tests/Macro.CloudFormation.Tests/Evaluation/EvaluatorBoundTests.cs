using System.Text;
using Macro.CloudFormation.Evaluation;

namespace Macro.CloudFormation.Tests.Evaluation;

public sealed class EvaluatorBoundTests
{
    [Theory]
    [InlineData(Evaluator.MaxDepth / 2 - 1, true)]
    [InlineData(Evaluator.MaxDepth, false)]
    [InlineData(330, false)]
    public void Text_OfDeepNesting_IsUnknownBeyondTheBound(int levels, bool isKnown)
    {
        var opening = string.Concat(Enumerable.Repeat("""{"Fn::Join":["",[""", levels));
        var nested = $"{opening}\"x\"{string.Concat(Enumerable.Repeat("]]}", levels))}";

        Text(nested).ShouldBe(isKnown ? "x" : null);
    }

    [Theory]
    [InlineData(Evaluator.MaxSteps * 9 / 10, true)]
    [InlineData(Evaluator.MaxSteps + 10, false)]
    public void Text_OfManySteps_IsUnknownBeyondTheBound(int items, bool isKnown)
    {
        var join = $$"""{"Fn::Join":["",[{{string.Join(',', Enumerable.Repeat("\"x\"", items))}}]]}""";
        var evaluator = TestEvaluator.Create();

        (evaluator.Text(JsonText.Read(join)) is not null).ShouldBe(isKnown);
        evaluator.Text("next").ShouldBe("next");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public void Text_ThatGrows_IsUnknownBeyondTheBound(int times, bool isKnown)
    {
        var big = new string('x', Evaluator.MaxTextLength / 2);
        var sub = string.Concat(Enumerable.Repeat("${big}", times));
        var parts = string.Join(',', Enumerable.Repeat($"\"{big}\"", times));

        (Text($$"""{"Fn::Sub":["{{sub}}",{"big":"{{big}}"}]}""") is not null).ShouldBe(isKnown);
        (Text($$"""{"Fn::Join":["",[{{parts}}]]}""") is not null).ShouldBe(isKnown);
    }

    [Fact]
    public void Text_OfAnExpressionThatDoublesAtEachLevel_EndsUnknown()
    {
        var conditions = new StringBuilder("""{"Conditions":{"C0":{"Fn::Equals":[{"Ref":"Unknown"},"a"]}""");
        for (var i = 1; i < 60; i++)
        {
            conditions.Append($$""","C{{i}}":{"Fn::And":[{"Condition":"C{{i - 1}}"},{"Condition":"C{{i - 1}}"}]}""");
        }

        TestEvaluator.Create(conditions.Append("}}").ToString()).Text(JsonText.Read("""{"Condition":"C59"}""")).ShouldBeNull();
    }

    [Fact]
    public void Text_OfAVeryLongChainOfConditions_IsUnknownAndDoesNotOverflow()
    {
        var conditions = new StringBuilder("""{"Conditions":{"C0":{"Fn::Equals":["a","a"]}""");
        for (var i = 1; i < 30_000; i++) conditions.Append($$""","C{{i}}":{"Condition":"C{{i - 1}}"}""");
        var evaluator = TestEvaluator.Create(conditions.Append("}}").ToString());

        evaluator.Text(JsonText.Read("""{"Condition":"C29999"}""")).ShouldBeNull();
        evaluator.Text(JsonText.Read("""{"Condition":"C20"}""")).ShouldBe("true");
    }

    private static string? Text(string json) => TestEvaluator.Create().Text(JsonText.Read(json));
}
