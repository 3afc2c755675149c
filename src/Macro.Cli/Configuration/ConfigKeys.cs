namespace Macro.Cli.Configuration;

/// <summary>The keys of a configuration file.</summary>
internal static class ConfigKeys
{
    public const string Parameters = "parameters";
    public const string ParameterFiles = "parameterFiles";
    public const string Region = "region";
    public const string Account = "account";
    public const string Ignore = "ignore";
    public const string IgnoreByResource = "ignoreByResource";
    public const string Format = "format";
    public const string WarningsAsErrors = "warningsAsErrors";
    public const string Paths = "paths";

    /// <summary>The keys that each pattern may have, too.</summary>
    public static readonly IReadOnlyList<string> OfSection = [Parameters, ParameterFiles, Region, Account, Ignore, IgnoreByResource];

    /// <summary>The keys of the file.</summary>
    public static readonly IReadOnlyList<string> All = [.. OfSection, Format, WarningsAsErrors, Paths];

    /// <summary>The output formats of all commands.</summary>
    public static readonly IReadOnlyList<string> Formats = ["text", "json", "markdown", "sarif", "github", "junit", "gitlab"];
}
