using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Has every event logged with its data, which traces are made from; a lower level of the user's own is replaced, with a warning.</summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/step_functions/installation/</remarks>
internal sealed class SetLogLevel : IStateMachineStep
{
    private const string Level = "Level";
    private const string Highest = "ALL";
    private const string WithData = "IncludeExecutionData";

    public void Apply(StateMachine machine, InstrumentationContext context)
    {
        if (!Logging.CanEdit(machine))
        {
            context.Diagnostics.Add(StateMachineDiagnostics.StateMachineNotEditable.For(
                new PropertyTarget(machine.LogicalId, machine.Shape.Logging), machine.Shape.Logging));
            return;
        }
        ConditionalValue.Edit(machine.Properties, machine.Shape.Logging, logging =>
        {
            var section = logging as ObjectNode ?? [];
            var (level, data) = (section[Level], section[WithData]);
            var (hasLevel, hasData) = (machine.Evaluator.Text(level) == Highest, machine.Evaluator.Text(data) == "true");
            if (level is not null && !hasLevel || data is not null && !hasData)
                context.Diagnostics.Add(StateMachineDiagnostics.LoggingOverridden.For(new ResourceTarget(machine.LogicalId)));
            if (!hasLevel) section[Level] = Highest;
            if (!hasData) section[WithData] = ScalarNode.FromJson("true");
            return section;
        });
    }
}
