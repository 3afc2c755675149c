using System.Text;
using Macro.Core.Configuration;

namespace Macro.Cli.Reference;

/// <summary>Makes docs/parameters.md.</summary>
internal static class ParameterPage
{
    private const string Introduction = """
        # Parameters

        <!-- Made by `macro parameters --format markdown`; a test keeps it current. -->

        A parameter is taken from the first of these places that names it: `Metadata.Datadog` of the one resource (where the last column says
        so) · `Parameters` of the transform, or when there are none `Mappings.Datadog.Parameters` · the account-wide default, an environment
        variable of the macro's own function · the default. An empty string takes back what lower places say. Parameters that exclude each
        other (the API keys; version and ARN of a layer; the extension and `forwarderArn`) count as one: the highest place that names any of
        them decides.

        Booleans are `true` and `false`, also as strings in any case. Whole numbers may be strings. Lists are arrays, or one string with
        commas. Any value may be an intrinsic function that parameters and mappings of the template decide; where only the deployment can
        evaluate it, it is passed on if it merely travels into the template, and is an error otherwise.

        | parameter | accepts | default | what it does | sets on functions | account-wide default | for one resource |
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
        return $"| {names} | {parameter.Accepts} | {byDefault} | {parameter.Description} | {variables} | `{parameter.ProcessVariable}` | {(parameter.PerResource ? "yes" : "")} |";
    }
}
