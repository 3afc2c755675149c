namespace Macro.Core.Configuration;

/// <summary>One item of the parameter <c>tags</c> as a resource tag.</summary>
/// <param name="Key">The text before the first colon.</param>
/// <param name="Value">The text after it.</param>
internal sealed record TagPair(string Key, string Value)
{
    /// <summary>
    /// The maximum number of items that become resource tags: twice the AWS limit for a resource, so that the check of the limit still
    /// reports the error.
    /// </summary>
    public const int MaxPairs = 100;

    /// <summary>The parameters whose values become resource tags of the same name.</summary>
    public static readonly IReadOnlyList<Parameter> Named = [ParameterCatalog.Service, ParameterCatalog.Env, ParameterCatalog.AppVersion];

    /// <summary>Parses an item; null when it has no key or no value.</summary>
    public static TagPair? Parse(string item) =>
        item.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } key, { Length: > 0 } value] ? new(key, value) : null;
}
