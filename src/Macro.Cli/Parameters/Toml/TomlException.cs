using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Parameters.Toml;

/// <summary>A text is not valid TOML.</summary>
/// <param name="position">Where the parser noticed it.</param>
internal sealed class TomlException(TextPosition position) : Exception($"Invalid TOML at {position.Line}:{position.Column}.")
{
    /// <summary>Where the parser noticed it.</summary>
    public TextPosition Position => position;
}
