using System.Text;

namespace Macro.Fuzz;

/// <summary>Events of <c>Custom::DatadogLogGroups</c> to the native <c>bootstrap</c>.</summary>
internal sealed class CustomResourceTarget : IFuzzTarget
{
    private readonly LambdaServer _server;
    private readonly BootstrapProgram _program;

    public CustomResourceTarget(string path, int seed)
    {
        _server = new(seed);
        _program = new(path, _server);
    }

    public bool TakesHostileEvents => false;

    public long Executions => _program.Executions;

    public IReadOnlyList<JsonTree> ReadSeeds(IEnumerable<string> places) =>
    [
        .. ((string[])["Create", "Update", "Delete"]).SelectMany(type => Properties.Select(properties => Event(type, properties))),
        JsonTree.OfText("""{"fragment":{},"requestId":"e1"}"""), JsonTree.OfText("{}"), JsonTree.OfText("[]"), JsonTree.OfText("7"),
    ];

    public Outcome Send(byte[] json)
    {
        var exchange = _program.Send(json);
        var answer = exchange.Puts.Count > 0 ? exchange.Puts[0].Body : [];
        var calls = string.Join(' ', exchange.Calls.Select(call => call.Operation).Distinct().Order());
        var succeeded = answer.AsSpan().IndexOf("\"Status\":\"SUCCESS\""u8) >= 0;
        return new(CustomResourceLaw.Breach(exchange, _server.Authority), $"{calls} {CustomResourceLaw.Signature(answer)}", succeeded);
    }

    public long Measure() => _program.Measure();

    public void Restart() => _program.Restart();

    public void Dispose() => _program.Dispose();

    private static readonly string[] Properties =
    [
        "\"LogGroupNames\":[\"/aws/lambda/a\"]",
        "\"LogGroupNames\":[\"/aws/lambda/a\",\"/aws/lambda/b\",\"/aws/lambda/c\"],\"RetentionInDays\":\"14\"",
        "\"LogGroupNames\":[\"/aws/lambda/d\"],\"LegacyForwarderArn\":\"arn:aws:lambda:us-east-1:123456789012:function:f\","
            + "\"LegacyLogGroupNames\":[\"/aws/lambda/d\",\"/aws/lambda/e\"],\"RetentionInDays\":\"7\"",
    ];

    private JsonTree Event(string type, string properties) => JsonTree.Parse(Encoding.UTF8.GetBytes(
        $$$"""
        {"RequestType":"{{{type}}}","ServiceToken":"{{{LambdaServer.FunctionArn}}}",
          "ResponseURL":"http://{{{_server.Authority}}}{{{LambdaServer.ResponsePath}}}key?Signature={{{MacroEventTarget.Marker}}}",
          "StackId":"arn:aws:cloudformation:us-east-1:123456789012:stack/shop/51af3dc0-da77-11e4-872e-1234567db123",
          "RequestId":"{{{MacroEventTarget.Marker}}}","LogicalResourceId":"DatadogLogGroups2DB54DDE",
          "ResourceType":"Custom::DatadogLogGroups","PhysicalResourceId":"{{{MacroEventTarget.Marker}}}",
          "ResourceProperties":{"ServiceToken":"{{{LambdaServer.FunctionArn}}}","Other":"{{{MacroEventTarget.Marker}}}",{{{properties}}}},
          "OldResourceProperties":{"LogGroupNames":["/aws/vendedlogs/x","/aws/lambda/macro","{{{MacroEventTarget.Marker}}}"]}}
        """));
}
