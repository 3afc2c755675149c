using System.Text.RegularExpressions;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Rendering;

/// <summary>Text for Markdown.</summary>
internal static partial class MarkdownText
{
    /// <summary>Escapes text that is not markup.</summary>
    public static string Escape(string text) => Punctuation().Replace(PrintableText.From(text), @"\$0");

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~&]")]
    private static partial Regex Punctuation();
}
