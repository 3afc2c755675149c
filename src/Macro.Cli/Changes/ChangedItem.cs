namespace Macro.Cli.Changes;

/// <summary>A resource and its changes, as they are grouped.</summary>
/// <param name="Name">Its name or logical id.</param>
/// <param name="Kind">Its kind as a singular noun, such as <c>function</c>.</param>
/// <param name="Description">What a heading says about it, such as its type and runtime; null for nothing.</param>
/// <param name="Lines">Its changes.</param>
internal sealed record ChangedItem(string Name, string Kind, string? Description, IReadOnlyList<ChangeLine> Lines)
{
    /// <summary>The kind of resources that are not instrumented and change, such as roles.</summary>
    public const string Other = "other resource";
}

/// <summary>Changes that several resources have in common, or the changes of one resource.</summary>
/// <param name="Items">The resources, all of one kind.</param>
/// <param name="Lines">The changes. A value that differs between the resources is <see cref="ChangeGroups.Differs"/>.</param>
/// <param name="Variants">The values that differ.</param>
internal sealed record ChangeGroup(
    IReadOnlyList<ChangedItem> Items, IReadOnlyList<ChangeLine> Lines, IReadOnlyList<ChangeVariants> Variants);

/// <summary>Values that differ between the resources of a group.</summary>
/// <param name="Label">What has the value, such as <c>handler, DD_LAMBDA_HANDLER</c>.</param>
/// <param name="Values">Each value with the names of the resources that have it.</param>
internal sealed record ChangeVariants(string Label, IReadOnlyList<(string Value, IReadOnlyList<string> Names)> Values)
{
    /// <summary>The label of earlier variants that have the same values for these resources; null for none.</summary>
    public string? SameAs { get; init; }
}
