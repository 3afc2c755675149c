using Macro.Core.Diagnostics;
using Macro.Core.Tags;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Tags the state machine with what the forwarder adds to its logs, with what instrumented it, and for tracing.</summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/step_functions/installation/ (the forwarder makes traces where the last tag is true).</remarks>
internal sealed class AddTags : IStateMachineStep
{
    private const string TraceEnabled = "DD_TRACE_ENABLED";

    public void Apply(StateMachine machine, Deployment deployment)
    {
        if (!TagSet.CanEdit(machine.Properties))
        {
            deployment.Diagnostics.Add(DiagnosticCatalog.StateMachineNotEditable, machine.LogicalId, "Tags");
            return;
        }
        ServiceTags.Add(machine.Tags, machine.Config);
        MacroTags.Set(machine.Tags, deployment.Template, machine.Shape.IsSam);
        machine.Tags.SetIfAbsent(TraceEnabled, "true");
    }
}
