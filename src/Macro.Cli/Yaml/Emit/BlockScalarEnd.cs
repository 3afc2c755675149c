using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Yaml.Emit;

/// <summary>The end of the block scalar that was written last, whose text the next lines must not continue.</summary>
/// <param name="Column">Comments with a deeper indentation could become part of the scalar.</param>
/// <param name="Chomping">Whether blank lines would become part of the scalar.</param>
/// <param name="SourceEnd">Where its lines end in the source if it was copied: the source's own next line does not continue it.</param>
internal readonly record struct BlockScalarEnd(int Column, Chomping Chomping, int? SourceEnd = null);
