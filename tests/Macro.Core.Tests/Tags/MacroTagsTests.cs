using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Tags;

public sealed class MacroTagsTests
{
    /// <summary>SAM tags the state machine that it makes; before SAM's transform, the type says the same.</summary>
    [Theory]
    [InlineData("AWS::Serverless::StateMachine", "{}")]
    [InlineData("AWS::StepFunctions::StateMachine", "[{\"Key\":\"stateMachine:createdBy\",\"Value\":\"SAM\"}]")]
    public void Set_StateMachineOfSam_NamesSam(string type, string tags)
    {
        var run = MacroRun.OfFunction(
            """{"Definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"Tags":""" + tags + "}",
            """{"stepFunctionForwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:forwarder"}""", type: type);

        run.Property("Tags")!.ShouldContain(tags[0] == '['
            ? """{"Key":"dd_sls_macro_by","Value":"SAM"}"""
            : "\"dd_sls_macro_by\":\"SAM\"");
    }
}
