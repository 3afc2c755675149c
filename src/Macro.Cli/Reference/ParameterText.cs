using Macro.Core.Configuration;

namespace Macro.Cli.Reference;

/// <summary>Describes parameters in words, the same in every format of the reference.</summary>
internal static class ParameterText
{
    /// <summary>Returns the properties of a parameter, each with its label.</summary>
    public static IEnumerable<(string Label, string Value)> Facts(Parameter parameter)
    {
        yield return ("Accepts", parameter.Accepts);
        if (parameter.Default is { } byDefault) yield return ("Default", byDefault);
        if (parameter.OtherSpellings.Length > 0) yield return ("Also called", string.Join(", ", parameter.OtherSpellings));
        if (parameter.Variables.Length > 0) yield return ("Sets", string.Join(", ", parameter.Variables));
        yield return ("Account-wide default", parameter.ProcessVariable);
        yield return ("Applies to", parameter.PerResource ? "the stack, or one resource (Metadata.Datadog)" : "the stack");
    }
}
