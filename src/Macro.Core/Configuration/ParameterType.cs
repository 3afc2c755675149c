namespace Macro.Core.Configuration;

/// <summary>The type of a parameter's value.</summary>
public enum ParameterType
{
    /// <summary><c>true</c> or <c>false</c>, as JSON booleans or as words in any case.</summary>
    Flag,

    /// <summary>A whole number, as a JSON number or its decimal string.</summary>
    Number,

    /// <summary>Any scalar, kept as it is written.</summary>
    Text,

    /// <summary>An array of scalars, or one string that separates the items by commas.</summary>
    List,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>An array of strings and objects, or one string that separates the items by commas.</summary>
    Items,
}
