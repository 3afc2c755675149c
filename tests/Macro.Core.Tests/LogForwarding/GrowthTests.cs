using System.Text;
using Macro.Core.Pipeline;
using static Macro.Core.Tests.LogForwarding.Stack;

namespace Macro.Core.Tests.LogForwarding;

/// <summary>Four times as many resources take at most about four times the memory.</summary>
public class GrowthTests
{
    private const string Permission =
        """ "P#":{"Type":"AWS::Lambda::Permission","Properties":{"FunctionName":{"Ref":"F0"},"Principal":"logs.amazonaws.com"}}""";

    private const string Retention =
        """ "T#":{"Type":"Custom::LogRetention","Condition":"C","Properties":{"LogGroupName":"/aws/lambda/orders"}}""";

    public static TheoryData<string, string> Cases => new()
    {
        { Function("F#"), Deployed.Forwarder },
        { Function("F#", "\"FunctionName\":\"orders\"", "\"Condition\":\"C\","), Deployed.Forwarder },
        { Function("F#", """ "LoggingConfig":{"LogGroup":{"Ref":"F0G"}}"""), Deployed.Forwarder },
        { Function("F#") + "," + LogGroup("G#", """{"Fn::Sub":"/aws/lambda/${F#}"}"""), Deployed.Forwarder },
        { Function("F#", "\"FunctionName\":\"orders\"") + "," + LogGroup("G#", "\"/aws/lambda/orders\"", "\"Condition\":\"C\","), "x" },
        { Function("F#", "\"FunctionName\":\"orders\"") + "," + Retention, Deployed.Forwarder },
        { Function("F#") + "," + Permission, "${F0.Arn}" },
        { Function("F#", """ "LoggingConfig":{"LogGroup":{"Fn::If":["C",{"Ref":"F0"},"x"]}}"""), Deployed.Forwarder },
        { Filter("S#", "\"/aws/lambda/orders\"", "\"arn:x\"") + "," + Function("F#", "\"FunctionName\":\"orders\""), Deployed.Forwarder },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Run_MoreResources_AllocatesInProportion(string resource, string forwarder)
    {
        Allocated(resource, forwarder, 10);
        var (few, many) = (Allocated(resource, forwarder, 110), Allocated(resource, forwarder, 440));

        (many / (double)few).ShouldBeLessThan(5.5);
    }

    private static long Allocated(string resource, string forwarder, int count)
    {
        var resources = string.Join(',', Enumerable.Range(0, count).Select(i => resource.Replace("#", $"{i}", StringComparison.Ordinal)));
        var json = Encoding.UTF8.GetBytes(
            $$$"""
            {"region":"us-east-1","accountId":"123456789012","requestId":"r","templateParameterValues":{},
            "params":{"addLayers":false,"forwarderArn":{"Fn::Sub":"{{{forwarder}}}"} },
            "fragment":{"Conditions":{"C":{"Fn::Equals":[{"Ref":"AWS::StackId"},"x"]} },"Resources":{{{{resources}}}} } }
            """);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var result = MacroTransform.Run(json, new MacroSettings(new Dictionary<string, string>()));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
