using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>
/// Masks what nobody but the template may show: the variables of its author, keys, and <c>extraEnv</c>. It edits the template itself, so
/// that nothing that is made from it afterwards can show them.
/// </summary>
/// <param name="secretVariables">Names of variables that come from <c>extraEnv</c> or from template parameters with <c>NoEcho</c>.</param>
/// <param name="secretValues">Values of template parameters with <c>NoEcho</c>, and what the macro makes of them.</param>
/// <param name="inherited">Names of variables that every function of a SAM template inherits.</param>
internal sealed class ValueMask(IReadOnlySet<string> secretVariables, IReadOnlyList<string> secretValues, IReadOnlySet<string> inherited)
{
    public const string Text = "********";
    private const string Changed = Text + " (changed)";
    private const string OriginalHandler = "DD_LAMBDA_HANDLER";

    /// <summary>Variables that the macro sets, from parameters that are no secrets or by itself.</summary>
    private static readonly HashSet<string> Shown =
    [
        .. ParameterCatalog.All.Where(parameter => !parameter.IsSecret).SelectMany(parameter => parameter.Variables),
        OriginalHandler, "DD_MERGE_XRAY_TRACES", "AWS_LAMBDA_EXEC_WRAPPER",
    ];

    /// <summary>Masks a resource before and after the transform.</summary>
    /// <param name="before">The resource's body before; null when the macro adds it.</param>
    /// <param name="after">The resource's body after.</param>
    public void Apply(ObjectNode? before, ObjectNode after)
    {
        var own = PropertyValues.Variables(Environment(before)).ToLookup(variable => variable.Name, variable => variable.Value);
        MaskVariables(after, variable => own.Contains(variable.Name) || inherited.Contains(variable.Name)
            ? variable.Name == OriginalHandler && !own[variable.Name].Contains(variable.Value) ? variable.Value
                : own[variable.Name].Contains(variable.Value) ? Text : Changed
            : Shown.Contains(variable.Name) && !secretVariables.Contains(variable.Name) ? variable.Value : Text);
        MaskTagNames(after);
        MaskTexts(after);
        if (before is null) return;
        MaskVariables(before, _ => Text);
        MaskTagNames(before);
        MaskTexts(before);
    }

    private static Node? Environment(ObjectNode? body) => (body?["Properties"u8] as ObjectNode)?["Environment"u8];

    private static void MaskVariables(ObjectNode body, Func<NamedValue, string> show)
    {
        foreach (var variables in PropertyValues.VariableMaps(Environment(body)))
        {
            foreach (var (name, value) in variables.ToList())
            {
                var text = ValueText.Of(value);
                if (show(new NamedValue(name, text)) is var shown && shown != text) variables[name] = shown;
            }
        }
        if ((body["Metadata"u8] as ObjectNode)?["Datadog"u8] is not ObjectNode settings) return;
        foreach (var (name, _) in settings.Where(setting => ParameterCatalog.Find(setting.Key) is not { IsSecret: false }).ToList()) settings[name] = Text;
    }

    /// <summary>SAM writes tags as members, so their keys are names.</summary>
    private void MaskTagNames(ObjectNode body)
    {
        foreach (var tags in PropertyValues.Branches((body["Properties"u8] as ObjectNode)?["Tags"u8]).OfType<ObjectNode>())
        {
            foreach (var (name, value) in tags.Where(tag => IsSecret(tag.Key)).ToList())
            {
                tags[name] = null;
                tags[Text] = value;
            }
        }
    }

    private void MaskTexts(Node node)
    {
        if (secretValues.Count == 0) return;
        if (node is ObjectNode members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (IsSecret(value)) members[name] = Text;
                else MaskTexts(value);
            }
        }
        else if (node is ArrayNode list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (IsSecret(list[i])) list[i] = Text;
                else MaskTexts(list[i]);
            }
        }
    }

    private bool IsSecret(Node node) => node is ScalarNode { Spelling: { } text } && IsSecret(text);

    private bool IsSecret(string text) => secretValues.Any(secret => text.Contains(secret, StringComparison.Ordinal));
}
