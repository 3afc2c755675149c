using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Source;

/// <summary>The position of a value in a YAML file.</summary>
/// <param name="Key">The position of the member's key, or of the item.</param>
/// <param name="Value">The position of the value, or of its tag or anchor.</param>
internal readonly record struct SourceLocation(TextPosition Key, TextPosition Value);
