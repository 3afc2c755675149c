using System.Text.Json;
using Macro.Core.StepFunctions.TraceContext;

namespace Macro.Core.Tests.StepFunctions.TraceContext;

/// <summary>The expressions that we write, evaluated as Step Functions would.</summary>
public sealed class JsonataExpressionTests
{
    private const string Trace = """{"x-datadog-trace-id":"7","x-datadog-tags":"_dd.p.tid=1"}""";
    private const string FromTrace = """{"x-datadog-trace-id":"7","x-datadog-tags":"_dd.p.tid=1","serverless-version":"v1"}""";
    private const string FromHere = """{"RootExecutionId":"execution-1","serverless-version":"v1"}""";

    public static TheoryData<string, string> ExecutionInputs => new()
    {
        { "{}", FromHere },
        { "\"text\"", FromHere },
        { "[1,2]", FromHere },
        { "null", FromHere },
        { $$$"""{"_datadog":{{{Trace}}}}""", FromTrace },
        { $$$"""{"BatchInput":{"_datadog":{{{Trace}}}},"Items":[1]}""", FromTrace },
        { $$$"""[{"detail":{"_datadog":{{{Trace}}}}}]""", FromTrace },
        { """{"_datadog":{"x-datadog-trace-id":"7"}}""", """{"x-datadog-trace-id":"7","serverless-version":"v1"}""" },
        { """{"_datadog":{"RootExecutionId":"root"}}""", """{"RootExecutionId":"root","serverless-version":"v1"}""" },
        { """{"_datadog":"text"}""", FromHere },
        { """{"_datadog":{"Execution":{"Id":"other"}}}""", FromHere },
        { $$$"""[{"body":{{{Envelope(Trace)}}}}]""", FromTrace },
        { $$$"""[{"body":{{{Envelope(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Trace)))}}}}]""", FromTrace },
        { $$$"""{"_datadog":{"RootExecutionId":"root"},"body":{{{Envelope(Trace)}}}}""", FromTrace },
        { """{"body":"plain text about _datadog"}""", FromHere },
        { """{"body":"{\"a\":1}"}""", FromHere },
        { """{"body":{"a":1}}""", FromHere },
        { """{"body":"{\"_datadog\":{\"Value\":\"text\"}}"}""", FromHere },
        { """{"body":"{\"_datadog\":{\"Value\":7}}"}""", FromHere },
        { """{"body":"{_datadog}"}""", FromHere },
        { """{"body":"{\"_datadog\":"}""", FromHere },
        { $$$"""{"body":{{{Envelope("{oops")}}}}""", FromHere },
        { $$$"""{"body":{{{Envelope("eyJ")}}}}""", FromHere },
        { $$$"""{"body":{{{Envelope("ey=======")}}}}""", FromHere },
        { $$$"""{"body":{{{Envelope("""{"RootExecutionId":"root"}""")}}}}""", """{"RootExecutionId":"root","serverless-version":"v1"}""" },
        {
            $$$"""{"body":{{{Envelope("""{"x-datadog-tags":"","x-datadog-trace-id":"7"}""")}}}}""",
            """{"x-datadog-trace-id":"7","x-datadog-tags":"","serverless-version":"v1"}"""
        },
    };

    [Theory]
    [MemberData(nameof(ExecutionInputs))]
    public void OfBatch_ExecutionInput_GivesTheUpstreamTraceAndTheTime(string executionInput, string expected)
    {
        var value = StepFunctionsJsonata.Evaluate(JsonataExpression.OfBatch.Alone, "{}", executionInput);

        value.GetProperty("timestamp").GetInt64().ShouldBePositive();
        ShouldBe(Without(value, "timestamp"), expected);
    }

    [Theory]
    [MemberData(nameof(ExecutionInputs))]
    public void OfTask_ExecutionInput_GivesTheUpstreamTraceAndTheContextLessItsInput(string executionInput, string expected)
    {
        var value = StepFunctionsJsonata.Evaluate(JsonataExpression.OfTask.Alone, "{}", executionInput);

        ShouldBe(value.GetProperty("Execution").GetRawText(), """{"Id":"execution-1","Name":"e"}""");
        ShouldBe(value.GetProperty("State").GetRawText(), """{"Name":"A"}""");
        ShouldBe(value.GetProperty("StateMachine").GetRawText(), """{"Id":"m"}""");
        ShouldBe(Without(value, "Execution", "State", "StateMachine"), expected);
    }

    [Theory]
    [InlineData("{}", "$states.input", "{}")]
    [InlineData("""{"a":1}""", "$states.input", """{"a":1}""")]
    [InlineData("{}", "{'id': $trace, 'of': $payload}", """{"id":"mine","of":"mine too"}""")]
    [InlineData("{}", "$merge([$states.input, {'b': 2}]) /* mine */", """{"b":2}""")]
    public void MergedInto_ExpressionOfAnObject_AddsTheContext(string input, string expression, string expected)
    {
        var value = StepFunctionsJsonata.Evaluate(
            JsonataExpression.OfTask.MergedInto(expression), input, "{}", """{"trace":"mine","payload":"mine too"}""");

        ShouldBe(Without(value, "_datadog"), expected);
        value.GetProperty("_datadog").GetProperty("RootExecutionId").GetString().ShouldBe("execution-1");
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("""[{"a":1}]""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("null")]
    public void MergedInto_ExpressionOfNoObject_GivesTheSameValue(string input) =>
        ShouldBe(StepFunctionsJsonata.Evaluate(JsonataExpression.OfTask.MergedInto("$states.input"), input, "{}").GetRawText(), input);

    [Fact]
    public void Expressions_InsideFnSub_AreNotSubstituted()
    {
        JsonataExpression.OfTask.MergedInto("$x").ShouldNotContain("${");
        JsonataExpression.OfBatch.Alone.ShouldNotContain("${");
    }

    [Theory]
    [InlineData("{% $x %}", "$x")]
    [InlineData("{%$x%}", "$x")]
    [InlineData("{%%}", null)]
    [InlineData("{% $x", null)]
    [InlineData("$x", null)]
    [InlineData(null, null)]
    public void Inside_Field_IsTheExpression(string? field, string? expected) => JsonataExpression.Inside(field).ShouldBe(expected);

    /// <summary>The text of an SNS notification's envelope, as a JSON string.</summary>
    private static string Envelope(string attribute)
    {
        var value = JsonEncodedText.Encode(attribute);
        var envelope =
            $$$"""{"Type":"Notification","Message":"m","MessageAttributes":{"_datadog":{"Type":"Binary","Value":"{{{value}}}"} } }""";
        return $"\"{JsonEncodedText.Encode(envelope)}\"";
    }

    private static string Without(JsonElement value, params string[] names) =>
        "{" + string.Join(',', value.EnumerateObject()
            .Where(member => !names.Contains(member.Name)).Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}")) + "}";

    private static void ShouldBe(string actual, string expected) =>
        JsonElement.DeepEquals(JsonDocument.Parse(actual).RootElement, JsonDocument.Parse(expected).RootElement)
            .ShouldBeTrue($"{actual}\nis not\n{expected}");
}
