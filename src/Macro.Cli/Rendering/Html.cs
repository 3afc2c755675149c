using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Rendering;

/// <summary>
/// HTML without injection: <see cref="Of"/> treats the literal parts of an interpolated string as markup and encodes each value.
/// </summary>
internal sealed record Html(string Markup)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Creates HTML from an interpolated string. Encodes text values, and keeps values that are <see cref="Html"/>.</summary>
    public static Html Of(Interpolation markup) => markup.ToHtml();

    /// <summary>Encodes text for use between tags or in a quoted attribute.</summary>
    public static string Encode(string text) => Encoder.Encode(PrintableText.From(text));

    public override string ToString() => Markup;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolation(int literalLength, int holes)
    {
        private readonly StringBuilder _markup = new(literalLength + 16 * holes);

        public void AppendLiteral(string markup) => _markup.Append(markup);

        public void AppendFormatted(string? text) => _markup.Append(Encode(text ?? ""));

        public void AppendFormatted(int number) => _markup.Append(number);

        public void AppendFormatted(Html? html) => _markup.Append(html?.Markup);

        public void AppendFormatted(IEnumerable<Html> parts) => _markup.AppendJoin("", parts);

        public Html ToHtml() => new(_markup.ToString());
    }
}
