using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.LogForwarding;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>
/// Gives a state machine without a log destination a log group: the one that the template declares under the name of the macro's group, or
/// else a new one.
/// </summary>
internal sealed class AddLogGroup : IInstrumentationStep<StateMachine>
{
    private const string Destinations = "Destinations";
    private const string NoDestinations = "none";
    private const string EmptyDestinations = "empty";

    private SymbolicEvaluator? _names;
    private ILookup<string, Resource>? _declared;

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!Logging.CanEdit(machine)) return;
        machine.NeedsLogDelivery = Logging.LacksDestination(machine) || HasAddedGroup(machine, context);
        if (machine.NeedsLogDelivery) SetDestination(machine, context, memory);
        else machine.MayNeedLogDelivery = Declared(machine, context).Exists(group => Logging.LogGroupArns(machine)
            .Any(arn => References.Target(arn) == group.LogicalId));
    }

    private void SetDestination(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        var wanted = Destination(machine, context);
        ConditionalValue.Edit(machine.Properties, machine.Shape.Logging, logging =>
        {
            ConditionalValue.Edit((ObjectNode)logging!, Destinations, (destinations, parent, segment) =>
            {
                if (!Logging.IsNoDestination(destinations)) return destinations;
                machine.Editor.Record(ChangeKind.Logging, $"{machine.Shape.Logging}.{Destinations}", parent, segment);
                memory.Remember(Destinations, destinations is null ? NoDestinations : EmptyDestinations);
                return new ArrayNode { wanted };
            });
            return logging;
        });
    }

    /// <summary>Removes the destination; the log group is kept, since it contains the state machine's history.</summary>
    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.Recall(Destinations) is not { } before) return;
        if (machine.Properties[(MemberName)machine.Shape.Logging] is not ObjectNode logging) return;
        var destinations = before == NoDestinations ? null : new ArrayNode();
        machine.Editor.Set(ChangeKind.Logging, $"{machine.Shape.Logging}.{Destinations}", logging, Destinations, destinations);
    }

    /// <summary>Whether the state machine logs to a group that the macro added for it, in this run or an earlier one.</summary>
    private static bool HasAddedGroup(StateMachine machine, InstrumentationContext context) =>
        Logging.LogGroupArns(machine).Any(arn => context.Template.Find(References.Target(arn)) is { } group
            && context.Additions.Owns(group) && ManagedLogGroup.IsFor(machine, group));

    /// <summary>Adds the group where no group of this name is declared, and returns the destination.</summary>
    private ObjectNode Destination(StateMachine machine, InstrumentationContext context)
    {
        var declared = Declared(machine, context);
        if (declared.Find(group => IsCertain(machine, group)) is { } certain) return ManagedLogGroup.Destination(certain.LogicalId);
        var guard = Guard.And(null, machine.Condition);
        foreach (var group in declared) guard = Guard.And(guard, group.Condition, isMet: false);
        var condition = new GuardConditions(context).Any([guard]);
        var destination = ManagedLogGroup.Destination(ManagedLogGroup.AddOrUpdate(machine, condition, context));
        foreach (var group in Enumerable.Reverse(declared))
            destination = Intrinsic.MakeIf(group.Condition!, ManagedLogGroup.Destination(group.LogicalId), destination);
        return destination;
    }

    /// <summary>The template's own groups with the name of the group that the macro would add, except those that cannot exist.</summary>
    private List<Resource> Declared(StateMachine machine, InstrumentationContext context)
    {
        _names ??= new SymbolicEvaluator(context.Template, context.Evaluator);
        _declared ??= context.Template.OfType(ResourceTypes.LogGroup).Where(group => !context.Additions.Owns(group))
            .ToLookup(group => _names.Ref(group.LogicalId));
        return [.. _declared[_names.Read(ManagedLogGroup.Name(machine))].Where(group => group.Condition is not { } condition
            || condition == machine.Condition || context.Evaluator.Condition(condition) != false).Take(LogGroupFinder.MaxAlternatives)];
    }

    private static bool IsCertain(StateMachine machine, Resource group) => group.Condition is not { } condition
        || condition == machine.Condition || machine.Evaluator.Condition(condition) == true;
}
