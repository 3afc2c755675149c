using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>
/// Masks secrets in the body of a resource: secret settings, secret texts, and every environment variable except those that the macro set
/// to a value that is not secret. Edits the body in place, so that nothing derived from it can leak a secret.
/// </summary>
internal sealed class BodyMask
{
    private readonly Dictionary<string, HashSet<string>> _shown;
    private readonly Secrets _secrets;

    /// <param name="changes">The changes of the resource.</param>
    /// <param name="secrets">Texts that may not be shown.</param>
    public BodyMask(IEnumerable<Change> changes, Secrets secrets)
    {
        _secrets = secrets;
        _shown = changes.Where(change => change is { Kind: ChangeKind.Variable, IsAfterSecret: false, Name: not null, After: not null })
            .GroupBy(change => change.Name!)
            .ToDictionary(group => group.Key, group => group.Select(change => change.After!.ToString()).ToHashSet());
    }

    /// <summary>Masks the body before the transform. Masks every variable, since the user set them all.</summary>
    public void ApplyBefore(ObjectNode body) => Apply(body, (_, _) => false);

    /// <summary>Masks the body after the transform.</summary>
    public void ApplyAfter(ObjectNode body) =>
        Apply(body, (name, value) => _shown.TryGetValue(name, out var values) && values.Contains(value.ToString()));

    private void Apply(ObjectNode body, Func<string, Node, bool> isShown)
    {
        if (body["Properties"u8] is ObjectNode properties)
        {
            foreach (var variables in VariableMaps(properties)) MaskMembers(variables, (name, value) => !isShown(name, value));
            MaskTagNames(properties);
        }
        if ((body["Metadata"u8] as ObjectNode)?["Datadog"u8] is ObjectNode settings)
            MaskMembers(settings, (name, _) => ParameterCatalog.Find(name) is not { IsSecret: false });
        if (_secrets.Any) MaskTexts(body);
    }

    private static void MaskMembers(ObjectNode members, Func<string, Node, bool> isSecret)
    {
        foreach (var (name, value) in members.ToList())
        {
            if (isSecret(name, value)) members[name] = ValueText.Mask;
        }
    }

    private static IEnumerable<ObjectNode> VariableMaps(ObjectNode properties) => ConditionalValue.Leaves(properties["Environment"u8])
        .OfType<ObjectNode>().SelectMany(environment => ConditionalValue.Leaves(environment["Variables"u8])).OfType<ObjectNode>();

    /// <summary>Masks secret texts in tag keys. In SAM, tags are an object, so the keys are member names.</summary>
    private void MaskTagNames(ObjectNode properties)
    {
        foreach (var tags in ConditionalValue.Leaves(properties["Tags"u8]).OfType<ObjectNode>())
        {
            foreach (var (name, value) in tags.Where(tag => _secrets.AreIn(tag.Key)).ToList())
            {
                tags[name] = null;
                tags[ValueText.Mask] = value;
            }
        }
    }

    private void MaskTexts(Node node)
    {
        if (node is ObjectNode members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (IsSecret(value)) members[name] = ValueText.Mask;
                else MaskTexts(value);
            }
        }
        else if (node is ArrayNode list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (IsSecret(list[i])) list[i] = ValueText.Mask;
                else MaskTexts(list[i]);
            }
        }
    }

    private bool IsSecret(Node node) => node is ScalarNode { Spelling: { } text } && _secrets.AreIn(text);
}
