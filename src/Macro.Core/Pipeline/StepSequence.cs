namespace Macro.Core.Pipeline;

/// <summary>The steps of a kind of resource, in their order.</summary>
/// <typeparam name="TTarget">The type that represents the resource.</typeparam>
internal sealed class StepSequence<TTarget>(params IInstrumentationStep<TTarget>[] steps)
    where TTarget : class
{
    /// <summary>Applies each step to a resource.</summary>
    public void Apply(TTarget target, string logicalId, InstrumentationContext context)
    {
        var memory = context.Journal.MemoryOf(logicalId);
        foreach (var step in steps) step.Apply(target, context, memory);
    }

    /// <summary>Reverts each step, the last one first.</summary>
    public void Revert(TTarget target, string logicalId, InstrumentationContext context)
    {
        var memory = context.Journal.MemoryOf(logicalId);
        for (var i = steps.Length - 1; i >= 0; i--) steps[i].Revert(target, context, memory);
    }
}
