using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Yaml.Emit;

/// <summary>The end of a block scalar that was written last.</summary>
/// <param name="Column">Comments indented deeper than this might become its text.</param>
/// <param name="Chomping">Whether blank lines would become its text.</param>
/// <param name="SourceEnd">Where its lines end in the source, when copied: what follows there is no part of it.</param>
internal readonly record struct BlockScalarEnd(int Column, Chomping Chomping, int? SourceEnd = null);
