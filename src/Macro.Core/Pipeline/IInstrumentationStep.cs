namespace Macro.Core.Pipeline;

/// <summary>One effect on a resource of one kind. Idempotent in both directions.</summary>
/// <typeparam name="TTarget">The resource as its kind sees it.</typeparam>
internal interface IInstrumentationStep<in TTarget>
{
    /// <summary>
    /// Sets what the step stands for. What <see cref="Revert"/> could not tell from the result is written to <paramref name="memory"/>.
    /// </summary>
    void Apply(TTarget target, InstrumentationContext context, InstrumentationMemory memory);

    /// <summary>Takes back what <see cref="Apply"/> set; nothing of the user's is touched.</summary>
    void Revert(TTarget target, InstrumentationContext context, InstrumentationMemory memory);
}
