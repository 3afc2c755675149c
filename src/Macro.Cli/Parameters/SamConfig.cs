namespace Macro.Cli.Parameters;

/// <summary>Reads <c>samconfig.toml</c> as <c>sam deploy</c> does.</summary>
internal static class SamConfig
{
    /// <summary>The tables of a deployment in the order of precedence; <c>default</c> is the SAM CLI's default environment.</summary>
    private static readonly string[] Tables = ["default.deploy.parameters", "default.global.parameters"];

    /// <summary>The value of <c>parameter_overrides</c>: one text, or the items of a list.</summary>
    /// <exception cref="FormatException">There is none, or the text is not TOML.</exception>
    public static IReadOnlyList<string> ParameterOverrides(string text)
    {
        var found = TomlReader.Read(text).Where(entry => entry.Key == "parameter_overrides").ToList();
        foreach (var table in Tables)
        {
            if (found.Find(entry => entry.Table == table) is { Strings: { } strings }) return strings;
        }
        throw new FormatException($"it has no parameter_overrides in [{string.Join("] or [", Tables)}]");
    }
}
