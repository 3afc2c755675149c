namespace Macro.Core.Pipeline;

/// <summary>
/// Instruments the resources of one kind. The pipeline calls the members in this order, once each. An instance is used for one template.
/// </summary>
internal interface IResourceInstrumenter
{
    /// <summary>Finds the resources of the kind. Reports why a resource is skipped when the user should know.</summary>
    /// <returns>All resources of the kind in the order of the template, including skipped ones.</returns>
    IReadOnlyList<FoundResource> Find();

    /// <summary>Reports settings that do not fit the resources.</summary>
    void Validate();

    /// <summary>Instruments each resource.</summary>
    void Instrument();

    /// <summary>Adds resources that are needed for all of them together, such as subscription filters.</summary>
    void Complete();

    /// <summary>
    /// Reverts what <see cref="Instrument"/> and <see cref="Complete"/> did. Called after <see cref="Find"/>. Log groups stay, because
    /// deleting them deletes their logs.
    /// </summary>
    void Revert();
}
