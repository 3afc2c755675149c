using System.Text.RegularExpressions;
using Macro.Core.StepFunctions.TraceContext;
using Macro.Json;

namespace Macro.Core.Tests.StepFunctions.TraceContext;

/// <summary>
/// What each kind of task in JSONata becomes, by the shape of what it sends. TASK, BATCH and MERGED(…) stand for the expressions that
/// are injected.
/// </summary>
public sealed partial class JsonataContextTests
{
    public static TheoryData<string, string?, string?, string?> Arguments => new()
    {
        { "lambda:invoke", """{"FunctionName":"f"}""", """{"FunctionName":"f","Payload":{"_datadog":TASK}}""", null },
        { "lambda:invoke", """{"Payload":{}}""", """{"Payload":{"_datadog":TASK}}""", null },
        { "lambda:invoke", """{"Payload":{"a":"{% $x %}"}}""", """{"Payload":{"a":"{% $x %}","_datadog":TASK}}""", null },
        { "lambda:invoke", """{"Payload":"{% $states.input %}"}""", """{"Payload":MERGED($states.input)}""", null },
        { "lambda:invoke.waitForTaskToken", """{"Payload":"{%$x%}"}""", """{"Payload":MERGED($x)}""", null },
        { "lambda:invoke", """{"Payload":{"_datadog":1}}""", null, null },
        { "lambda:invoke", """{"Payload":"{% $merge([$x, {'_datadog': $y}]) %}"}""", null, null },
        { "lambda:invoke", """{"Payload":"text"}""", null, "DD514" },
        { "lambda:invoke", """{"Payload":"text%}"}""", null, "DD514" },
        { "lambda:invoke", """{"Payload":"{%text"}""", null, "DD514" },
        { "lambda:invoke", """{"Payload":[1]}""", null, "DD514" },
        { "lambda:invoke", "\"{% $arguments %}\"", null, "DD514" },
        { "lambda:invoke", null, null, "DD514" },
        { "states:startExecution", """{"StateMachineArn":"x"}""", """{"StateMachineArn":"x","Input":{"_datadog":TASK}}""", null },
        { "states:startExecution.sync", """{"Input":{"a":1}}""", """{"Input":{"a":1,"_datadog":TASK}}""", null },
        { "states:startExecution.sync:2", """{"Input":"{% $x %}"}""", """{"Input":MERGED($x)}""", null },
        { "states:startExecution", """{"Input":"text"}""", null, "DD514" },
        { "states:startExecution", null, null, "DD514" },
        { "sqs:sendMessage", """{"MessageBody":1}""", """{"MessageBody":1,"MessageAttributes":{"_datadog":ATTRIBUTE}}""", null },
        { "sqs:sendMessage.waitForTaskToken", """{"MessageAttributes":{}}""", """{"MessageAttributes":{"_datadog":ATTRIBUTE}}""", null },
        { "sns:publish", """{"MessageAttributes":{"a":1}}""", """{"MessageAttributes":{"a":1,"_datadog":ATTRIBUTE}}""", null },
        { "sns:publish", """{"MessageAttributes":{"_datadog":1}}""", null, null },
        { "sns:publish", """{"MessageAttributes":"{% $x %}"}""", null, "DD514" },
        { "sns:publish", """{"MessageAttributes":{"0":0,"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0}}""", null, "DD520" },
        { "sqs:sendMessage", "\"{% $x %}\"", null, "DD514" },
        {
            "events:putEvents", """{"Entries":[{"Detail":{"a":1}},{"Detail":"{% $x %}"},{"Detail":{}}]}""",
            """{"Entries":[{"Detail":{"a":1,"_datadog":TASK}},{"Detail":MERGED($x)},{"Detail":{"_datadog":TASK}}]}""", null
        },
        {
            "events:putEvents", """{"Entries":[{"Detail":"{}"},{"Detail":{}}]}""",
            """{"Entries":[{"Detail":"{}"},{"Detail":{"_datadog":TASK}}]}""", "DD514"
        },
        { "events:putEvents", """{"Entries":[{},7]}""", null, "DD514" },
        { "events:putEvents", """{"Entries":"{% $x %}"}""", null, "DD514" },
        { "events:putEvents", "\"{% $x %}\"", null, "DD514" },
        { "function", """{"a":1}""", """{"a":1,"_datadog":TASK}""", null },
        { "function", "\"{% $x %}\"", "MERGED($x)", null },
        { "function", "\"text\"", null, "DD514" },
        { "function", null, null, "DD514" },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Into_Arguments_GetContextOrWarning(string service, string? arguments, string? expected, string? code)
    {
        var resource = service == "function" ? "arn:aws:lambda:us-east-1:123456789012:function:f" : $"arn:aws:states:::{service}";

        var run = Workflow.RunTask($"\"{resource}\"", arguments is null ? "" : $"\"Arguments\":{arguments}", isJsonata: true);

        run.Field("Arguments").ShouldBe(Filled(expected ?? arguments));
        run.Codes.ShouldBe(code is null ? [] : [$"{code} M"]);
    }

    [Theory]
    [InlineData("states:::lambda:invoke", "", "Arguments")]
    [InlineData("states:::lambda:invoke", "\"Arguments\":{\"Payload\":[1]}", "Payload")]
    [InlineData("states:::states:startExecution", "\"Arguments\":{\"Input\":\"text\"}", "Input")]
    [InlineData("lambda:us-east-1:123456789012:function:f", "", "Arguments")]
    [InlineData("lambda:us-east-1:123456789012:function:f", "\"Arguments\":\"text\"", "Arguments")]
    public void Into_FieldThatCannotCarryIt_IsNamed(string resource, string arguments, string field) =>
        Workflow.RunTask($"\"arn:aws:{resource}\"", arguments, isJsonata: true)
            .Warnings.ShouldHaveSingleItem()
            .ShouldStartWith($"DD514 M: State A gets no trace context, because its {field} is not written as an object.");

    public static TheoryData<string, string?, string?> Batchers => new()
    {
        { """{"MaxItemsPerBatch":5}""", """{"MaxItemsPerBatch":5,"BatchInput":{"_datadog":BATCH}}""", null },
        { """{"BatchInput":{"a":1}}""", """{"BatchInput":{"a":1,"_datadog":BATCH}}""", null },
        { """{"BatchInput":{"_datadog":1}}""", null, null },
        { "\"{% $x %}\"", null, "DD517" },
        { """{"BatchInput":[]}""", null, "DD514" },
    };

    [Theory]
    [MemberData(nameof(Batchers))]
    public void IntoBatches_ItemBatcher_GetsContextOrWarning(string batcher, string? expected, string? code)
    {
        var run = Workflow.RunStates(Map("DISTRIBUTED", $"\"ItemBatcher\":{batcher}"), isJsonata: true);

        run.Field("ItemBatcher").ShouldBe(Filled(expected ?? batcher));
        run.Codes.ShouldBe(code is null ? [] : [$"{code} M"]);
    }

    [Theory]
    [InlineData("DISTRIBUTED", true, "", "DD517")]
    [InlineData("DISTRIBUTED", false, "\"ItemBatcher\":{\"MaxItemsPerBatch\":5}", "DD517")]
    [InlineData("INLINE", true, "", null)]
    [InlineData("INLINE", false, "", null)]
    public void IntoBatches_MapThatCannotBeLinked_IsWarnedOfWhenDistributed(string mode, bool isJsonata, string fields, string? code) =>
        Workflow.RunStates(Map(mode, fields), isJsonata).Codes.ShouldBe(code is null ? [] : [$"{code} M"]);

    private static string Map(string mode, string fields) => $$$"""
        "A":{"Type":"Map",{{{(fields.Length > 0 ? fields + "," : "")}}}"ItemProcessor":{"ProcessorConfig":{"Mode":"{{{mode}}}"},
          "StartAt":"B","States":{"B":{} } },"End":true}
        """;

    private static string? Filled(string? json) => json is null ? null : MergedPattern()
        .Replace(json, match => Json(JsonataExpression.OfTask.MergedInto(match.Groups[1].Value)))
        .Replace("ATTRIBUTE", """{"DataType":"String","StringValue":TASK}""", StringComparison.Ordinal)
        .Replace("TASK", Json(JsonataExpression.OfTask.Alone), StringComparison.Ordinal)
        .Replace("BATCH", Json(JsonataExpression.OfBatch.Alone), StringComparison.Ordinal);

    private static string Json(string text) => new ScalarNode(text).ToString();

    [GeneratedRegex(@"MERGED\((.*?)\)")]
    private static partial Regex MergedPattern();
}
