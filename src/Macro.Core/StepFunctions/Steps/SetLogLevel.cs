using System.Text;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>
/// Sets the log level to <c>ALL</c> with execution data, from which Datadog creates traces. A lower level is replaced, with a warning.
/// </summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/step_functions/installation/</remarks>
internal sealed class SetLogLevel : IInstrumentationStep<StateMachine>
{
    private const string Level = "Level";
    private const string Highest = "ALL";
    private const string WithData = "IncludeExecutionData";
    private const string Nothing = "";
    private const int MaxDepth = 64;

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!Logging.CanEdit(machine))
        {
            var target = new ResourceTarget(machine.LogicalId);
            context.Diagnostics.Add(StateMachineDiagnostics.StateMachineNotEditable.For(target, machine.Shape.Logging));
            return;
        }
        ConditionalValue.Edit(machine.Properties, machine.Shape.Logging, logging =>
        {
            var section = logging as ObjectNode ?? [];
            var (level, data) = (section[Level], section[WithData]);
            var (hasLevel, hasData) = (machine.Evaluator.Text(level) == Highest, machine.Evaluator.Text(data) == "true");
            if (level is not null && !hasLevel || data is not null && !hasData)
                context.Diagnostics.Add(StateMachineDiagnostics.LoggingOverridden.For(new ResourceTarget(machine.LogicalId)));
            if (!hasLevel) Set(machine, section, Level, level, Highest, memory);
            if (!hasData) Set(machine, section, WithData, data, ScalarNode.FromJson("true"), memory);
            return section;
        });
    }

    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (machine.Properties[(MemberName)machine.Shape.Logging] is not ObjectNode logging) return;
        Restore(machine, logging, Level, memory);
        Restore(machine, logging, WithData, memory);
    }

    private static void Set(StateMachine machine, ObjectNode section, string name, Node? before, Node after, InstrumentationMemory memory)
    {
        memory.Remember(name, before?.ToString() ?? Nothing);
        machine.Editor.Set(ChangeKind.Logging, $"{machine.Shape.Logging}.{name}", section, name, after);
    }

    private static void Restore(StateMachine machine, ObjectNode section, string name, InstrumentationMemory memory)
    {
        if (memory.Recall(name) is not { } before) return;
        var value = before == Nothing ? null : Node.Create(JsonIndex.Read(Encoding.UTF8.GetBytes(before), maxDepth: MaxDepth).Root);
        machine.Editor.Set(ChangeKind.Logging, $"{machine.Shape.Logging}.{name}", section, name, value);
    }
}
