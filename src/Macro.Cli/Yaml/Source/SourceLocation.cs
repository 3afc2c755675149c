using Macro.Cli.Templates.Reading;
namespace Macro.Cli.Yaml.Source;

/// <summary>Where a JSON path was written.</summary>
/// <param name="Key">The key of a mapping's member, or the item of a sequence.</param>
/// <param name="Value">The value, from its tag or anchor on.</param>
internal readonly record struct SourceLocation(TextPosition Key, TextPosition Value);
