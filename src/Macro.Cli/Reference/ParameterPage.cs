using System.Text;
using Macro.Core.Configuration;

namespace Macro.Cli.Reference;

/// <summary>Writes docs/parameters.md.</summary>
internal static class ParameterPage
{
    private const string Introduction = """
        # Parameters

        <!-- Written by `macro parameters --format markdown`; a test keeps it current. -->

        The value of a parameter comes from the first of these places that has it: `Metadata.Datadog` of the resource (where the last column
        says so) · `Parameters` of the transform, or without any `Mappings.Datadog.Parameters` · the account-wide default, an environment
        variable of the macro's own function · the default. An empty string unsets the values of lower places. Parameters that exclude each
        other (the API keys; version and ARN of a layer; the extension and `forwarderArn`) count as one: the highest place that has any of
        them decides.

        Booleans are `true` and `false`, also as strings in any case. Integers may be strings. Lists are arrays, or one string with commas.
        Any value may be an intrinsic function that the template's parameters and mappings determine. An expression that only the deployment
        can evaluate is an error, unless its value is just copied into the template.

        | parameter | accepts | default | description | sets on functions | account-wide default | for one resource |
        |---|---|---|---|---|---|---|

        """;

    public static string Write()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var parameter in ParameterCatalog.All) page.Append(Row(parameter)).Append('\n');
        return page.ToString();
    }

    private static string Row(Parameter parameter)
    {
        var names = string.Join(", ", parameter.OtherSpellings.Prepend(parameter.Name).Select(name => $"`{name}`"));
        var variables = string.Join(", ", parameter.Variables.Select(name => $"`{name}`"));
        var byDefault = parameter.Default is { } value ? $"`{value}`" : "";
        var perResource = parameter.PerResource ? "yes" : "";
        string[] cells =
            [names, parameter.Accepts, byDefault, parameter.Description, variables, $"`{parameter.ProcessVariable}`", perResource];
        return $"| {string.Join(" | ", cells)} |";
    }
}
