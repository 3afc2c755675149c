namespace Macro.Core.Configuration;

/// <summary>What a parameter's value may be.</summary>
internal enum ParameterType
{
    /// <summary><c>true</c> or <c>false</c>, as JSON booleans or as words in any case.</summary>
    Flag,

    /// <summary>A whole number, as a JSON number or its decimal string.</summary>
    Number,

    /// <summary>Any scalar, with the spelling that came.</summary>
    Text,

    /// <summary>An array of scalars, or one string that separates the items by commas.</summary>
    List,

    /// <summary>One of a few words.</summary>
    Choice,
}

/// <summary>One parameter of the macro, all that there is to know of it.</summary>
/// <param name="Name">Its name in the transform's parameters and in the mapping.</param>
/// <param name="Type">What its value may be.</param>
/// <param name="Description">One sentence for people.</param>
internal sealed record Parameter(string Name, ParameterType Type, string Description)
{
    private readonly int _hash = Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Names of Datadog's other tools that mean the same.</summary>
    public string[] OtherSpellings { get; init; } = [];

    /// <summary>The value where no source names it; null: unset.</summary>
    public string? Default { get; init; }

    /// <summary>The environment variables that it sets on a function.</summary>
    public string[] Variables { get; init; } = [];

    /// <summary>The macro's own environment variable that gives an account-wide default.</summary>
    public required string ProcessVariable { get; init; }

    /// <summary>The words of a <see cref="ParameterType.Choice"/>, or the only numbers that count; empty: any number.</summary>
    public string[] Choices { get; init; } = [];

    /// <summary>The smallest integer.</summary>
    public int Minimum { get; init; }

    /// <summary>Whether <c>Metadata.Datadog</c> of one resource may set it.</summary>
    public bool PerResource { get; init; }

    /// <summary>Whether its value is never shown to people.</summary>
    public bool IsSecret { get; init; }

    /// <summary>
    /// Whether the macro has to understand the value. If not, an intrinsic function that only the deployment can evaluate travels into the
    /// template as it is.
    /// </summary>
    public bool MustBeKnown { get; init; } = Type is not ParameterType.Text;

    /// <summary>Names of the parameters of which lower sources are no longer heard when a source names this one.</summary>
    public string[] Replaces { get; init; } = [];

    /// <summary>What its value may be, in words: <c>true or false</c>, <c>a whole number of at least 1</c>, or all the choices.</summary>
    public string Accepts => Type switch
    {
        ParameterType.Flag => "true or false",
        _ when Choices.Length > 0 => string.Join(", ", Choices),
        ParameterType.Number => $"a whole number of at least {Minimum}",
        ParameterType.List => "an array of strings, or one string with commas",
        _ => "a string",
    };

    public bool Equals(Parameter? other) => ReferenceEquals(other, this) || other?.Name == Name;

    public override int GetHashCode() => _hash;

    public override string ToString() => Name;
}
