using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Emit;

/// <summary>The end of the last block scalar. The next lines must not become part of it.</summary>
/// <param name="Column">Comments with a deeper indentation could become part of the scalar.</param>
/// <param name="Chomping">Whether blank lines would become part of the scalar.</param>
/// <param name="SourceEnd">Where its lines end in the source if it was copied. The next source line cannot become part of it.</param>
internal readonly record struct BlockScalarEnd(int Column, Chomping Chomping, int? SourceEnd = null);
