namespace Macro.Core.Pipeline;

/// <summary>
/// Instruments the resources of one kind. The pipeline calls the members in this order, once each; an instance serves one template.
/// </summary>
internal interface IResourceInstrumenter
{
    /// <summary>Finds the resources of the kind. What is left alone for a reason that the user should know gets a diagnostic.</summary>
    /// <returns>All of them in the order of the template, those that are left alone too.</returns>
    IReadOnlyList<FoundResource> Find();

    /// <summary>Reports what does not fit between the settings and the resources.</summary>
    void Validate();

    /// <summary>Instruments each resource by itself.</summary>
    void Instrument();

    /// <summary>Adds what the resources need together, such as subscription filters.</summary>
    void Complete();

    /// <summary>Takes back what <see cref="Instrument"/> and <see cref="Complete"/> did, after <see cref="Find"/>; log groups stay.</summary>
    void Revert();
}
