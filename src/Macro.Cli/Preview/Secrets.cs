using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Core.Tags;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>What a template makes of secrets, so that nothing made for people shows it.</summary>
internal static class Secrets
{
    /// <summary>The macro's parameters whose values come from parameters of the template with <c>NoEcho</c>.</summary>
    /// <param name="declared">The macro's parameters as the template has them.</param>
    /// <param name="evaluator">Evaluates what does not depend on a secret.</param>
    public static IReadOnlyList<Parameter> Parameters(ObjectNode declared, Evaluator evaluator) =>
    [
        .. declared.Where(setting => evaluator.Text(setting.Value) is null && evaluator.Texts(setting.Value) is null)
            .Select(setting => ParameterCatalog.Find(setting.Key)).OfType<Parameter>(),
    ];

    /// <summary>Names of the variables that <c>extraEnv</c> or a secret parameter sets, for the stack or for any function.</summary>
    /// <param name="template">The template.</param>
    /// <param name="reader">Reads settings of resources.</param>
    /// <param name="stack">The stack's settings.</param>
    /// <param name="secret">The macro's parameters with secret values.</param>
    public static IReadOnlySet<string> Variables(ObjectNode template, ConfigReader reader, MacroConfig stack, IReadOnlyList<Parameter> secret)
    {
        var functions = (template["Resources"u8] as ObjectNode ?? []).Select(entry => (entry.Key, Body: entry.Value as ObjectNode))
            .Where(entry => entry.Body?.TextOf("Type"u8) is "AWS::Lambda::Function" or "AWS::Serverless::Function")
            .Select(entry => reader.ReadResource(new Resource(entry.Key, "", entry.Body!), stack));
        return functions.Prepend(stack).Distinct()
            .SelectMany(config => config.Items(ParameterCatalog.ExtraEnv)).Select(item => item.Split('=', 2)[0])
            .Concat(secret.SelectMany(parameter => parameter.Variables)).ToHashSet();
    }

    /// <summary>What the macro makes of secret parameters so that their values are not found whole: tags, and the name of a log group.</summary>
    public static IEnumerable<string> Derived(MacroConfig stack, IReadOnlyList<Parameter> secret)
    {
        if (secret.Contains(ParameterCatalog.Env) && stack.Text(ParameterCatalog.Env) is { } env) yield return VendedLogGroup.Allowed(env);
        if (!secret.Contains(ParameterCatalog.Tags)) yield break;
        foreach (var tag in ServiceTags.FromPairs(stack))
        {
            yield return tag.Name.Text;
            yield return tag.Value.Text!;
        }
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
