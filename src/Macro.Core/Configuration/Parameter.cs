using System.Collections.Immutable;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Configuration;

/// <summary>One parameter of the macro.</summary>
/// <param name="Name">Its name in the transform's parameters and in the mapping.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Description">One sentence for the documentation.</param>
public sealed record Parameter(string Name, ParameterType Type, string Description)
{
    private readonly int _hash = Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The zero-based position in <see cref="ParameterCatalog.All"/>, which sets it.</summary>
    internal int Position { get; set; } = -1;

    /// <summary>Names of Datadog's other tools for the same setting. Default: none.</summary>
    public ImmutableArray<string> OtherSpellings { get; init; } = [];

    /// <summary>The value if no source sets it. Default: null, which leaves it unset.</summary>
    public string? Default { get; init; }

    /// <summary>The environment variables that it sets on a function. Default: none.</summary>
    public ImmutableArray<string> Variables { get; init; } = [];

    /// <summary><see cref="Variables"/>, prepared once for all events.</summary>
    internal ImmutableArray<MemberName> VariableNames =>
        field.IsDefault ? field = [.. Variables.Select(name => new MemberName(name))] : field;

    /// <summary>The environment variable of the macro's own function that sets an account-wide default.</summary>
    public required string ProcessVariable { get; init; }

    /// <summary>
    /// The accepted values of a <see cref="ParameterType.Choice"/> or of a number. Default: none, which accepts any number.
    /// </summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>The smallest accepted number. Default: 0.</summary>
    public int Minimum { get; init; }

    /// <summary>Whether <c>Metadata.Datadog</c> of one resource may set it. Default: false.</summary>
    public bool PerResource { get; init; }

    /// <summary>Whether its value must never be shown. Default: false.</summary>
    public bool IsSecret { get; init; }

    /// <summary>
    /// Whether the macro must know the value. If not, an intrinsic function that only the deployment can resolve is passed on into the
    /// template. Default: true, except for <see cref="ParameterType.Text"/>.
    /// </summary>
    public bool MustBeKnown { get; init; } = Type is not ParameterType.Text;

    /// <summary>Names of other parameters whose values from lower sources are dropped when a source sets this one. Default: none.</summary>
    public ImmutableArray<string> Replaces { get; init; } = [];

    /// <summary>The accepted values in words: <c>true or false</c>, <c>a whole number of at least 1</c>, or all choices.</summary>
    public string Accepts => Type switch
    {
        ParameterType.Flag => "true or false",
        _ when Choices.Length > 0 => string.Join(", ", Choices),
        ParameterType.Number => $"a whole number of at least {Minimum}",
        ParameterType.List => "an array of strings, or one string with commas",
        ParameterType.Items => "an array of strings and objects, or one string with commas",
        _ => "a string",
    };

    /// <summary>This parameter of the stack, as the target of a diagnostic.</summary>
    internal MacroParameterTarget Target => new(Name);

    /// <summary>Names are unique, so they decide equality.</summary>
    public bool Equals(Parameter? other) =>
        ReferenceEquals(other, this) || other is not null && other._hash == _hash && other.Name == Name;

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
