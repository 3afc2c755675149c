using System.Runtime.CompilerServices;
using System.Text;
using Macro.Core.Pipeline;

namespace Macro.Core.Tests.Protocol;

/// <summary>
/// Nothing of one template may be reachable when the next one comes: it would cost memory, and mix up what belongs apart.
/// </summary>
public sealed class RetentionTests
{
    private const string Event = """
        {"requestId":"r","region":"us-east-1","accountId":"123456789012",
          "params":{"nodeLayerVersion":1,"extensionLayerVersion":2,
          "apiKeySecretArn":"arn:aws:secretsmanager:us-east-1:123456789012:secret:k-AbCdEf","service":"shop","enableXrayTracing":true},
         "fragment":{"Resources":{"F":{"Type":"AWS::Lambda::Function",
           "Properties":{"Runtime":"nodejs22.x","Handler":"a.b","Role":{"Fn::GetAtt":["R","Arn"]}}},
         "R":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{}}}}}}
        """;

    [Fact]
    public void Run_WhenDone_KeepsNothingOfTheEvent()
    {
        var payload = RunOnce();

        GC.Collect();

        payload.IsAlive.ShouldBeFalse();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunOnce()
    {
        var payload = Encoding.UTF8.GetBytes(Event);
        using var response = MacroTransform.Run(payload, new MacroSettings(new Dictionary<string, string>()));
        response.Succeeded.ShouldBeTrue(response.ErrorMessage);
        return new WeakReference(payload);
    }
}
