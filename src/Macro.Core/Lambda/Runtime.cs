using System.Globalization;

namespace Macro.Core.Lambda;

/// <summary>A Lambda runtime. Names follow patterns without an upper bound, so that a runtime of tomorrow works today.</summary>
/// <param name="Identifier">As in the template: <c>python3.13</c>, <c>nodejs22.x</c>.</param>
/// <param name="Language">The language; null when Datadog has no library for the runtime.</param>
/// <param name="LayerName">Name of the library's layer on x86_64; null without a language.</param>
/// <param name="ArmLayerName">Name of the library's layer on arm64; null when none is published.</param>
/// <remarks>Sources: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, https://docs.datadoghq.com/serverless/libraries_integrations/</remarks>
internal sealed record Runtime(string Identifier, Language? Language, string? LayerName, string? ArmLayerName)
{
    private const string ArmSuffix = "-ARM";

    /// <summary>Reads an identifier; one that follows no known pattern has no language.</summary>
    public static Runtime Parse(string identifier)
    {
        if (Match(identifier, "python", out var python)) return Python(identifier, python);
        if (Match(identifier, "nodejs", out var node) && node is { Minor: null, Suffix: ".x", Major: >= 12 })
            return new(identifier, Language.Node, $"Datadog-Node{node.Major}-x", $"Datadog-Node{node.Major}-x");
        if (Match(identifier, "ruby", out var ruby) && ruby is { Suffix: "", Minor: { } minor } && (ruby.Major, minor).CompareTo((3, 2)) >= 0)
            return WithArm(identifier, Language.Ruby, $"Datadog-Ruby{ruby.Major}-{minor}");
        if (Match(identifier, "java", out var java) && java is { Minor: null, Major: >= 8, Suffix: "" or ".al2" })
            return new(identifier, Language.Java, "dd-trace-java", "dd-trace-java");
        if (Match(identifier, "dotnet", out var dotnet) && dotnet is { Minor: null, Suffix: "", Major: >= 6 })
            return WithArm(identifier, Language.Dotnet, "dd-trace-dotnet");
        return None(identifier);
    }

    private static Runtime Python(string identifier, Numbers version) => version switch
    {
        { Major: 2, Minor: 7, Suffix: "" } => new(identifier, Language.Python, "Datadog-Python27", null),
        { Major: 3, Minor: >= 8, Suffix: "" } => WithArm(identifier, Language.Python, $"Datadog-Python3{version.Minor}"),
        { Major: 3, Minor: >= 6, Suffix: "" } => new(identifier, Language.Python, $"Datadog-Python3{version.Minor}", null),
        _ => None(identifier),
    };

    private static Runtime None(string identifier) => new(identifier, null, null, null);

    private static Runtime WithArm(string identifier, Language language, string layer) => new(identifier, language, layer, layer + ArmSuffix);

    /// <summary>Splits <c>family12.3suffix</c>: the major number, the minor one after a dot, and the rest.</summary>
    private static bool Match(string identifier, string family, out Numbers numbers)
    {
        numbers = default;
        if (!identifier.StartsWith(family, StringComparison.Ordinal)) return false;
        var rest = identifier.AsSpan(family.Length);
        if (!TakeNumber(ref rest, out var major)) return false;
        var afterDot = rest.StartsWith(".") ? rest[1..] : default;
        int? minor = TakeNumber(ref afterDot, out var number) ? number : null;
        numbers = new Numbers(major, minor, (minor is null ? rest : afterDot).ToString());
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> text, out int number)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
        if (!int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out number)) return false;
        text = text[digits..];
        return true;
    }

    private readonly record struct Numbers(int Major, int? Minor, string Suffix);
}
