using Macro.Core.Pipeline;

namespace Macro.Core.LogForwarding;

/// <summary>Where the macro's role lets it make log groups: the parameter <c>LogGroupPrefixes</c> of its own stack.</summary>
internal sealed class LogGroupPrefixes(MacroSettings settings)
{
    /// <summary>The environment variable of the macro's process that names them, separated by commas.</summary>
    public const string Variable = "DD_MACRO_LOG_GROUP_PREFIXES";

    /// <summary>What the parameter is by default.</summary>
    public const string Standard = "/aws/lambda/";

    private readonly string[] _prefixes = (settings.Variables.GetValueOrDefault(Variable) is { Length: > 0 } given ? given : Standard)
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the group's name is certain to be under a prefix, by the literal text that it begins with.</summary>
    public bool Cover(LogGroup group) => _prefixes.Any(prefix => group.Name.StartsWith(prefix, StringComparison.Ordinal));

    public override string ToString() => string.Join(", ", _prefixes);
}
