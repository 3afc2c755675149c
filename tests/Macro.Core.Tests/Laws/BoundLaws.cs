using System.Text;
using FsCheck.Fluent;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>The work for an event, counted in allocated bytes, is at most linear in its size, whichever lists and maps are long.</summary>
public sealed class BoundLaws
{
    /// <summary>As <c>SECURITY.md</c> states it.</summary>
    private const long AllocatedPerByte = 1024;
    private const long AllocatedAtLeast = 8L << 20;

    /// <summary>Templates with one long list or map each, by its length.</summary>
    private static readonly (string Name, Func<int, string> Resources, Func<int, string> More, Func<int, string> Parameters)[] Long =
    [
        ("layers of Globals", n => Functions(n / 20), n => Globals(
            $"\"Layers\":[{Items(n, i => $"\"arn:aws:lambda:us-east-1:1:layer:l{i}:1\"")}]"), None),
        ("conditional layers of Globals", n => Functions(n / 20), n => Globals(
            $"\"Layers\":[{Items(n, i => $$"""{"Fn::If":["C{{i}}","a:{{i}}",{"Ref":"AWS::NoValue"}]}""")}]"), None),
        ("variables of Globals", n => Functions(n / 20), n => Globals(
            $"\"Environment\":{{\"Variables\":{{{Items(n, i => $"\"V{i}\":\"\"")}}}}}"), None),
        ("tags of Globals", n => Functions(n / 20), n => Globals($"\"Tags\":{{{Items(n, i => $"\"t{i}\":\"\"")}}}"), None),
        ("destinations", n => Machine($"[{Items(n, i => Destination(i))}]"), None, None),
        ("conditional destinations", n => Machine(
            $"[{Items(n, i => $$"""{"Fn::If":["C",{{Destination(i)}},{"Ref":"AWS::NoValue"}]}""")}]"), None, None),
        ("layers", n => Function($"\"Layers\":[{Items(n, i => $"\"arn:aws:lambda:us-east-1:1:layer:l{i}:1\"")}]"), None, None),
        ("tags", n => Function($"\"Tags\":[{Items(n, i => $$"""{"Key":"k{{i}}","Value":""}""")}]"), None, None),
        ("variables", n => Function($"\"Environment\":{{\"Variables\":{{{Items(n, i => $"\"V{i}\":\"\"")}}}}}"), None, None),
        ("extra variables", n => Functions(n / 20), None, n => $",\"extraEnv\":\"{Items(n, i => $"V{i}=")}\""),
        ("tags of the stack", n => Functions(n / 20), None, n => $",\"tags\":\"{Items(n, i => $"k{i}:v")}\""),
        ("statements", n => Functions(n / 20, "\"Role\":{\"Fn::GetAtt\":[\"R\",\"Arn\"]}")
            + ",\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{\"Policies\":[{\"PolicyName\":\"p\",\"PolicyDocument\":{\"Statement\":["
            + Items(n, i => $$"""{"Effect":"Allow","Action":"s3:*","Resource":"{{i}}"}""") + "]}}]}}", None, None),
        ("attached policies", n => Functions(1, "\"Role\":{\"Fn::GetAtt\":[\"R\",\"Arn\"]}")
            + ",\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{}}," + Items(Math.Min(n, 900), i => $$"""
            "P{{i}}":{"Type":"AWS::IAM::Policy","Properties":{"Roles":[{"Ref":"R"}],"PolicyDocument":{"Statement":[]} } }
            """), None, None),
        ("edge associations", n => Functions(n / 20, "\"Role\":{\"Fn::GetAtt\":[\"R\",\"Arn\"]}")
            + ",\"D\":{\"Type\":\"AWS::CloudFront::Distribution\",\"Properties\":{\"A\":["
            + Items(n, i => $$"""{"LambdaFunctionARN":{"Ref":"F{{i}}"} }""") + "]}}", None, None),
    ];

    [Fact]
    public void Run_LongListsAndMaps_TakeMemoryInProportionToTheEvent() => Law.Holds(
        from index in Gen.Choose(0, Long.Length - 1) from length in Gen.Choose(20, 1500) select (index, length),
        sample =>
        {
            var (name, resources, more, parameters) = Long[sample.index];
            var n = sample.length;
            var json = Encoding.UTF8.GetBytes(MacroRun.Event(
                $"{{\"Resources\":{{{resources(n)}}}{more(n)}}}",
                "{\"enableXrayTracing\":true,\"apiKeySecretArn\":\"s\","
                    + "\"stepFunctionForwarderArn\":\"arn:aws:lambda:us-east-1:123456789012:function:f\"" + parameters(n) + "}"));

            Allocated(json).ShouldBeLessThan(json.Length * AllocatedPerByte + AllocatedAtLeast, name);
        });

    private static long Allocated(byte[] macroEvent)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using (MacroTransform.Run(macroEvent, new MacroSettings(new Dictionary<string, string>()))) { }
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string None(int n) => "";

    private static string Items(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));

    private static string Globals(string properties) => $",\"Globals\":{{\"Function\":{{{properties}}}}}";

    private static string Function(string properties) =>
        "\"F\":{\"Type\":\"AWS::Lambda::Function\",\"Properties\":{\"Runtime\":\"provided\"," + properties + "}}";

    private static string Functions(int count, string properties = "\"MemorySize\":128") => Items(Math.Max(1, count), i =>
        $"\"F{i}\":{{\"Type\":\"AWS::Serverless::Function\",\"Properties\":{{\"Runtime\":\"provided\",{properties}}}}}");

    private static string Machine(string destinations) =>
        "\"M\":{\"Type\":\"AWS::StepFunctions::StateMachine\",\"Properties\":{\"LoggingConfiguration\":{\"Destinations\":"
            + destinations + "}}}";

    private static string Destination(int i) =>
        $$$$"""{"CloudWatchLogsLogGroup":{"LogGroupArn":"arn:aws:logs:us-east-1:1:log-group:g{{{{i}}}}:*"} }""";
}
