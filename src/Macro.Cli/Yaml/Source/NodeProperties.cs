using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Source;

/// <summary>The anchor and the tag before a value.</summary>
/// <param name="First">The first of them; null without any.</param>
/// <param name="Last">The last of them; null without any.</param>
/// <param name="Anchor">The name of the anchor; null without one.</param>
/// <param name="Tag">The tag, <c>!</c> for the one without a name; null without one.</param>
internal sealed record NodeProperties(Token? First = null, Token? Last = null, string? Anchor = null, string? Tag = null)
{
    /// <summary>Adds an anchor or a tag.</summary>
    public NodeProperties With(Token token) => token.Kind == TokenKind.Tag
        ? this with { First = First ?? token, Last = token, Tag = token.Value }
        : this with { First = First ?? token, Last = token, Anchor = token.Value };
}
