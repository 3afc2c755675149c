using Macro.Core.Config;
using Macro.Core.Diagnostics;
using Macro.Core.Templates;

namespace Macro.Cli.Preview;

/// <summary>What a template makes of secrets, so that nothing made for people shows it.</summary>
internal static class Secrets
{
    /// <summary>Names of the variables that <c>extraEnv</c> sets, for the stack or for any function.</summary>
    /// <param name="template">The template.</param>
    /// <param name="evaluator">Evaluates expressions of the template.</param>
    /// <param name="processVariables">The environment, for account-wide defaults.</param>
    /// <param name="parameters">The macro's parameters.</param>
    public static IReadOnlySet<string> Variables(ObjectNode template, Evaluator evaluator, IReadOnlyDictionary<string, string> processVariables, ObjectNode parameters)
    {
        // The transform has reported what is wrong with the settings already.
        var reader = new ConfigReader(evaluator, new DiagnosticBag());
        var stack = reader.ReadStack(processVariables, parameters, mapping: null);
        var functions = (template["Resources"u8] as ObjectNode ?? []).Select(entry => (entry.Key, Body: entry.Value as ObjectNode))
            .Where(entry => entry.Body?.TextOf("Type"u8) is "AWS::Lambda::Function" or "AWS::Serverless::Function")
            .Select(entry => reader.ReadResource(new Resource(entry.Key, "", entry.Body!), stack));
        return functions.Prepend(stack).Distinct()
            .SelectMany(config => config.Items(ParameterCatalog.ExtraEnv)).Select(item => item.Split('=', 2)[0]).ToHashSet();
    }

    /// <summary>What the template's parameters with <c>NoEcho</c> stand for.</summary>
    public static IReadOnlyList<string> Values(ObjectNode template, IReadOnlyDictionary<string, string> given)
    {
        var declared = (template["Parameters"u8] as ObjectNode ?? []).Where(entry => entry.Value is ObjectNode);
        return
        [
            .. declared.Select(entry => (Name: entry.Key, Body: (ObjectNode)entry.Value))
                .Where(parameter => (parameter.Body["NoEcho"u8] as ScalarNode)?.Spelling?.ToUpperInvariant() == "TRUE")
                .Select(parameter => given.GetValueOrDefault(parameter.Name) ?? (parameter.Body["Default"u8] as ScalarNode)?.Spelling)
                .OfType<string>().Where(value => value.Length > 0),
        ];
    }
}
