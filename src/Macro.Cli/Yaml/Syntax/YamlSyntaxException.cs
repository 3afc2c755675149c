using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Syntax;

/// <summary>A text is not YAML.</summary>
internal sealed class YamlSyntaxException(TextPosition position, string cause, string remedy) : Exception(cause)
{
    public TemplateProblem Problem { get; } = new(position, cause, remedy);
}
