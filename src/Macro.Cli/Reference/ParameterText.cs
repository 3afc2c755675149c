using Macro.Core.Config;

namespace Macro.Cli.Reference;

/// <summary>Describes parameters in words, the same in every form of the reference.</summary>
internal static class ParameterText
{
    /// <summary>What a value may be: <c>true or false</c>, <c>whole number of at least 1</c>, or the words of a choice.</summary>
    public static string Accepted(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Flag => "true or false",
        ParameterType.Number when parameter.Choices.Length > 0 => string.Join(", ", parameter.Choices),
        ParameterType.Number => $"whole number of at least {parameter.Minimum}",
        ParameterType.List => "array, or one string with commas",
        ParameterType.Choice => string.Join(", ", parameter.Choices),
        _ => "string",
    };

    /// <summary>Names and values of a parameter, a pair for each thing that there is to know.</summary>
    public static IEnumerable<(string Label, string Value)> Facts(Parameter parameter)
    {
        yield return ("Accepts", Accepted(parameter));
        if (parameter.Default is { } byDefault) yield return ("Default", byDefault);
        if (parameter.OtherSpellings.Length > 0) yield return ("Also called", string.Join(", ", parameter.OtherSpellings));
        if (parameter.Variables.Length > 0) yield return ("Sets", string.Join(", ", parameter.Variables));
        yield return ("Account-wide default", parameter.ProcessVariable);
        yield return ("Holds for", parameter.PerResource ? "the stack, or one resource (Metadata.Datadog)" : "the stack");
    }
}
