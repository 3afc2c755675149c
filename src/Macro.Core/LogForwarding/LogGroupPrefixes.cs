using Macro.Core.Pipeline;

namespace Macro.Core.LogForwarding;

/// <summary>
/// The name prefixes of the log groups that the macro's role may create: the parameter <c>LogGroupPrefixes</c> of the macro's own stack.
/// </summary>
/// <param name="settings">The settings of the transform, with the variables of the macro's process.</param>
public sealed class LogGroupPrefixes(MacroSettings settings)
{
    /// <summary>The environment variable of the macro's process with the prefixes, separated by commas.</summary>
    public const string Variable = "DD_MACRO_LOG_GROUP_PREFIXES";

    /// <summary>The default of the parameter.</summary>
    public const string Standard = "/aws/lambda/";

    private readonly string[] _prefixes = Parse(settings.Variables.GetValueOrDefault(Variable));

    /// <summary>The prefixes in the value of <see cref="Variable"/>; the default when it is empty or not set.</summary>
    public static string[] Parse(string? value) =>
        (value is { Length: > 0 } ? value : Standard).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the group's name certainly begins with one of the prefixes.</summary>
    internal bool Cover(LogGroup group) => _prefixes.Any(prefix => group.Name.StartsWith(prefix, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _prefixes);
}
