namespace Macro.Aws.Lambda;

/// <summary>An alias of a function.</summary>
/// <param name="Name">The name of the alias.</param>
/// <param name="Version">The version that it points to.</param>
/// <param name="RevisionId">The revision of the alias.</param>
/// <param name="HasWeights">Whether it also sends a part of the calls to another version.</param>
public sealed record FunctionAlias(string Name, string Version, string? RevisionId, bool HasWeights);
