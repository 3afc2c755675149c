namespace Macro.Core.Tests.StepFunctions.TraceContext;

/// <summary>
/// What each kind of task in JSONPath becomes, by the shape of what it sends. CONTEXT and KEYS stand for what is injected.
/// </summary>
public sealed class JsonPathContextTests
{
    private const string Context = "$$['Execution', 'State', 'StateMachine']";
    private const string Keys = """
        "Execution.$":"$$.Execution","State.$":"$$.State","StateMachine.$":"$$.StateMachine"
        """;

    [Theory]
    [InlineData("""{"FunctionName":"f"}""", """{"FunctionName":"f","Payload.$":"CONTEXT"}""", null)]
    [InlineData("""{"Payload.$":"$"}""", """{"Payload.$":"States.JsonMerge($$, $, false)"}""", null)]
    [InlineData("""{"Payload":{}}""", """{"Payload":{KEYS}}""", null)]
    [InlineData("""{"Payload":{"a.$":"$.a"}}""", """{"Payload":{"a.$":"$.a",KEYS}}""", null)]
    [InlineData("""{"Payload":{"a":1,KEYS}}""", null, null)]
    [InlineData("""{"Payload.$":"CONTEXT"}""", null, null)]
    [InlineData("""{"Payload.$":"States.JsonMerge($$, $, false)"}""", null, null)]
    [InlineData("""{"Payload.$":"$$"}""", null, null)]
    [InlineData("""{"Payload.$":"$.detail"}""", null, "DD514")]
    [InlineData("""{"Payload.$":"States.StringToJson($.text)"}""", null, "DD514")]
    [InlineData("""{"Payload":"text"}""", null, "DD514")]
    [InlineData("""{"Payload":[1]}""", null, "DD514")]
    [InlineData("""{"Payload":{"Fn::Sub":"${P}"}}""", null, "DD514")]
    [InlineData("""{"Payload":{"State":"CA"}}""", null, "DD515")]
    [InlineData("""{"Payload":{"Execution.$":"$$.Execution"}}""", null, "DD515")]
    [InlineData("\"text\"", null, "DD514")]
    [InlineData(null, null, "DD514")]
    public void IntoPayload_Parameters_GetContextOrWarning(string? parameters, string? expected, string? code) =>
        Check("arn:aws:states:::lambda:invoke", parameters, expected, code);

    [Theory]
    [InlineData("""{"StateMachineArn":"x"}""", """{"StateMachineArn":"x","Input":{"CONTEXT.$":"CONTEXT"}}""", null)]
    [InlineData("""{"Input":{}}""", """{"Input":{"CONTEXT.$":"CONTEXT"}}""", null)]
    [InlineData("""{"Input":{"a":1}}""", """{"Input":{"a":1,"CONTEXT.$":"CONTEXT"}}""", null)]
    [InlineData("""{"Input":{"CONTEXT":{KEYS}}}""", null, null)]
    [InlineData("""{"Input":{"CONTEXT.$":"$$"}}""", null, null)]
    [InlineData("""{"Input.$":"$"}""", null, "DD514")]
    [InlineData("""{"Input":"text"}""", null, "DD514")]
    [InlineData(null, null, "DD514")]
    public void IntoInput_Parameters_GetContextOrWarning(string? parameters, string? expected, string? code) =>
        Check("arn:aws:states:::states:startExecution.sync:2", parameters, expected, code);

    [Theory]
    [InlineData("{}", """{KEYS}""", null)]
    [InlineData("""{"a":1}""", """{"a":1,KEYS}""", null)]
    [InlineData("""{KEYS,"a":1}""", null, null)]
    [InlineData("""{"StateMachine":"m"}""", null, "DD515")]
    [InlineData("\"text\"", null, "DD514")]
    [InlineData(null, null, "DD514")]
    public void IntoParameters_OfFunctionArn_GetContextOrWarning(string? parameters, string? expected, string? code) =>
        Check("arn:aws:lambda:us-east-1:123456789012:function:f", parameters, expected, code);

    [Theory]
    [InlineData("states:::lambda:invoke", "\"text\"", "DD514", "Parameters")]
    [InlineData("states:::lambda:invoke", """{"Payload":"text"}""", "DD514", "Payload")]
    [InlineData("states:::lambda:invoke", """{"Payload.$":"$.detail"}""", "DD514", "Payload.$")]
    [InlineData("states:::lambda:invoke", """{"Payload":{"State":"CA"}}""", "DD515", "Payload")]
    [InlineData("states:::states:startExecution", "\"text\"", "DD514", "Parameters")]
    [InlineData("states:::states:startExecution", """{"Input":"text"}""", "DD514", "Input")]
    [InlineData("states:::states:startExecution", """{"Input.$":"$"}""", "DD514", "Input.$")]
    [InlineData("lambda:us-east-1:123456789012:function:f", "\"text\"", "DD514", "Parameters")]
    [InlineData("lambda:us-east-1:123456789012:function:f", """{"State":"CA"}""", "DD515", "Parameters")]
    [InlineData("lambda:us-east-1:123456789012:function:f", null, "DD514", "Parameters")]
    public void Into_FieldThatCannotCarryIt_IsNamed(string resource, string? parameters, string code, string field) =>
        Workflow.RunTask($"\"arn:aws:{resource}\"", parameters is null ? "" : $"\"Parameters\":{parameters}")
            .Warnings.ShouldHaveSingleItem().ShouldStartWith($"{code} M: State A gets no trace context, because its {field} ");

    [Fact]
    public void IntoPayload_WholeInputThatMayBeAnItem_NamesThePayload() =>
        Workflow.RunStates("""
            "A":{"Type":"Map","ItemProcessor":{"StartAt":"B","States":{"B":{
              "Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"Payload.$":"$"},"End":true} } } }
            """)
            .Warnings.ShouldHaveSingleItem()
            .ShouldStartWith("DD516 M: State B gets no trace context, because its Payload.$ is the whole input");

    private static void Check(string resource, string? parameters, string? expected, string? code)
    {
        var run = Workflow.RunTask($"\"{resource}\"", parameters is null ? "" : $"\"Parameters\":{Filled(parameters)}");

        run.Field("Parameters").ShouldBe(Filled(expected ?? parameters));
        run.Codes.ShouldBe(code is null ? [] : [$"{code} M"]);
    }

    private static string? Filled(string? json) =>
        json?.Replace("CONTEXT\"}", $"{Context}\"}}", StringComparison.Ordinal).Replace("KEYS", Keys, StringComparison.Ordinal);
}
