using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.StepFunctions;

public sealed class StateMachineFinderTests
{
    private const string Machines = """
        {"Resources":{"Zeta":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"Definition":{"States":{}}}},
        "F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided.al2023","Handler":"x"}},
        "Alpha":{"Type":"AWS::Serverless::StateMachine","Properties":{"Definition":{"States":{}}}},
        "Off":{"Type":"AWS::StepFunctions::StateMachine","Metadata":{"Datadog":{"enabled":false}},
          "Properties":{"Definition":{"States":{}}}},
        "Bare":{"Type":"AWS::StepFunctions::StateMachine"}}}
        """;

    [Fact]
    public void Find_WithForwarder_GivesStateMachinesInTemplateOrder() =>
        MacroRun.Of(Machines, Workflow.Parameters).Instrumented.ShouldBe(["Zeta", "F", "Alpha"]);

    [Fact]
    public void Find_WithoutForwarder_GivesNone() => MacroRun.Of(Machines).Instrumented.ShouldBe(["F"]);

    [Fact]
    public void Find_Excluded_IsLeftAlone() =>
        MacroRun.Of(Machines, $$"""{"stepFunctionForwarderArn":"{{Workflow.Forwarder}}","exclude":"Z*"}""").Instrumented
            .ShouldBe(["F", "Alpha"]);

    [Fact]
    public void Find_SettingsOfOneResource_HoldForItAlone()
    {
        var run = Workflow.Run($"{Workflow.LogsAndRole},{Workflow.Empty}", attributes: ""","Metadata":{"Datadog":{"service":"mine"}}""");

        run.Property("Tags", "M").ShouldNotBeNull().ShouldContain("""{"Key":"service","Value":"mine"}""");
    }
}
