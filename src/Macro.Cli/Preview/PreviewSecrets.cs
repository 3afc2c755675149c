using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>
/// Finds the secrets of a deployment before the macro runs. CloudFormation resolves the transform's own parameters, so the macro cannot
/// tell that a value comes from a parameter with <c>NoEcho</c>.
/// </summary>
internal static class PreviewSecrets
{
    /// <summary>Returns the names of the macro parameters whose values depend on template parameters with <c>NoEcho</c>.</summary>
    /// <param name="declared">The macro's parameters as written in the template.</param>
    /// <param name="evaluator">Evaluates expressions that do not depend on a secret.</param>
    public static IReadOnlySet<string> Parameters(ObjectNode declared, Evaluator evaluator) => declared
        .Where(setting => evaluator.Text(setting.Value) is null && evaluator.Texts(setting.Value) is null)
        .Select(setting => ParameterCatalog.Find(setting.Key)?.Name ?? setting.Key).ToHashSet();

    /// <summary>Whether a value refers to a template parameter with <c>NoEcho</c>.</summary>
    public static bool AreIn(Node value, ObjectNode template) => value switch
    {
        ArrayNode list => list.Any(item => AreIn(item, template)),
        ObjectNode members => Names(members).Any(name => IsNoEcho((template["Parameters"u8] as ObjectNode)?[name] as ObjectNode))
            || members.Values.Any(member => AreIn(member, template)),
        _ => false,
    };

    /// <summary>Returns the values of the template parameters with <c>NoEcho</c>.</summary>
    public static IReadOnlyList<string> Values(ObjectNode template, IReadOnlyDictionary<string, string> given)
    {
        var declared = (template["Parameters"u8] as ObjectNode ?? []).Where(entry => entry.Value is ObjectNode);
        return
        [
            .. declared.Select(entry => (Name: entry.Key, Body: (ObjectNode)entry.Value))
                .Where(parameter => IsNoEcho(parameter.Body))
                .Select(parameter => given.GetValueOrDefault(parameter.Name) ?? (parameter.Body["Default"u8] as ScalarNode)?.Spelling)
                .OfType<string>().Where(value => value.Length > 0),
        ];
    }

    /// <summary>Whether the declaration of a template parameter has <c>NoEcho</c>.</summary>
    public static bool IsNoEcho(ObjectNode? parameter) =>
        (parameter?["NoEcho"u8] as ScalarNode)?.Spelling?.ToUpperInvariant() == "TRUE";

    /// <summary>The names that an intrinsic function refers to.</summary>
    private static IEnumerable<string> Names(ObjectNode call)
    {
        if (Intrinsic.Argument(call, "Ref"u8)?.Text is { } name) return [name];
        var argument = Intrinsic.Argument(call, "Fn::Sub"u8);
        var text = argument is ArrayNode { Count: 2 } list ? list[0].Text : argument?.Text;
        return text is null ? [] : SubTemplate.Parse(text).Where(part => part.IsName).Select(part => part.Text);
    }
}
