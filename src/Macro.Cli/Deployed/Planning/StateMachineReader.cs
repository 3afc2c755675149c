using System.Security.Cryptography;
using System.Text;
using Macro.Aws.StepFunctions;
using Macro.CloudFormation.Identifiers;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Engine;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Reads deployed state machines.</summary>
internal static class StateMachineReader
{
    private const string NeverUpdated = "initial";
    private const int HashLength = 16;

    /// <summary>The ARN of a state machine of the clients' account and region.</summary>
    public static string ArnOf(RegionClients clients, string name) =>
        $"arn:{Partition.ForRegion(clients.Region).Name}:states:{clients.Region}:{clients.Account}:stateMachine:{name}";

    /// <summary>Reads a state machine with its tags.</summary>
    public static async Task<StateMachineState> ReadAsync(RegionClients clients, string name, CancellationToken cancel)
    {
        var arn = ArnOf(clients, name);
        var machine = await clients.StepFunctions.DescribeStateMachineAsync(arn, cancel);
        return new StateMachineState(machine, await clients.StepFunctions.ListTagsForResourceAsync(arn, cancel));
    }

    /// <summary>
    /// The revision of a state machine. AWS's own does not change with the logging, so that it has a hash of everything that is replaced.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html</remarks>
    public static string RevisionOf(DeployedStateMachine machine)
    {
        var logging = machine.Logging;
        var text = string.Join(
            '\n', machine.RoleArn, logging.Level, logging.IncludeExecutionData, string.Join(',', logging.LogGroupArns), machine.Definition);
        return $"{machine.RevisionId ?? NeverUpdated}/{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength]}";
    }
}
