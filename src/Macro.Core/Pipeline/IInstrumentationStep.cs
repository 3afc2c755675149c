namespace Macro.Core.Pipeline;

/// <summary>One step of the instrumentation of a resource. Both directions are idempotent.</summary>
/// <typeparam name="TTarget">The type that represents the resource.</typeparam>
internal interface IInstrumentationStep<in TTarget>
{
    /// <summary>
    /// Instruments the resource. Stores in <paramref name="memory"/> what <see cref="Revert"/> cannot derive from the result.
    /// </summary>
    void Apply(TTarget target, InstrumentationContext context, InstrumentationMemory memory);

    /// <summary>Reverts what <see cref="Apply"/> set; the user's own values are unchanged.</summary>
    void Revert(TTarget target, InstrumentationContext context, InstrumentationMemory memory);
}
