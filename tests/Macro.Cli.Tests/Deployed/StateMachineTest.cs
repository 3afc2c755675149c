using Macro.Cli.Tests.Deployed.Fakes;

namespace Macro.Cli.Tests.Deployed;

/// <summary>Tests of deployed state machines.</summary>
public abstract class StateMachineTest : DeployedTest
{
    /// <summary>The log group of a state machine <c>orders</c> that logged nowhere.</summary>
    protected const string Group = "/aws/vendedlogs/states/orders-Logs";

    protected const string Jsonata =
        """
        {
          "QueryLanguage": "JSONata",
          "StartAt": "Each",
          "States": {
            "Each": {
              "Type": "Map",
              "ItemProcessor": {
                "StartAt": "Charge",
                "States": {"Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "Arguments": {"FunctionName": "charge", "Payload": {"card": "hunter2", "amount": 1.10}}, "End": true}}
              },
              "End": true
            }
          }
        }

        """;

    private static readonly string[] Settings = ["--set", $"stepFunctionForwarderArn={FakeCloud.Forwarder}"];

    protected int InstrumentMachines(params string[] arguments) =>
        RunWithForwarder([.. arguments, .. arguments.Contains("--dry-run") ? (string[])[] : ["--yes"]]);

    protected int RunWithForwarder(params string[] arguments) => Run(["instrument", .. arguments, .. Extension, .. Settings]);

    private protected FakeStateMachine Machine(string name) => Cloud.StepFunctions.Machines[name];
}
