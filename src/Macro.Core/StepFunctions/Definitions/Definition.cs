using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>The definition of a state machine in the Amazon States Language, in any form that a template may use.</summary>
/// <param name="Root">The whole definition; its edits are written to the template.</param>
/// <param name="PartsOf">Splits a text of the definition into parts; null for a value that is not a text.</param>
/// <param name="Placeholders">The placeholders in its texts; null for a definition that is an object.</param>
/// <param name="Property">The property of the state machine that holds the definition.</param>
/// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html</remarks>
internal sealed record Definition(
    ObjectNode Root, Func<Node, IReadOnlyList<TextPart>?> PartsOf, Placeholders? Placeholders, string Property)
{
    /// <summary>Whether its states have paths in the template: it is an object there, not a text or a file.</summary>
    public bool IsInTemplate { get; private init; }

    private static readonly string[] Inline = ["Definition", "DefinitionString"];
    private static readonly string[] Elsewhere = ["DefinitionS3Location", "DefinitionUri"];
    private const string Include = "AWS::Include";

    /// <summary>A definition that is an object.</summary>
    public static Definition From(ObjectNode root, StateMachine machine, string property) =>
        new(root, text => TextForm.Parse(text, machine.Substitutions)?.Read().ToList(), null, property);

    /// <summary>Formats a text of the definition, such as the name of a state, for display.</summary>
    public string Show(string text) => Placeholders?.Show(text) ?? text;

    /// <summary>A text with its expressions written out, so that names are equal if they are written in the same way.</summary>
    public string Canonical(string text) => Placeholders?.Canonical(text) ?? text;

    /// <summary>The canonical text of a name; null for a value that is not a text.</summary>
    public string? NameOf(Node node) => node.Text is { } text ? Canonical(text)
        : PartsOf(node) is { } parts && !parts.Any(part => part.IsItem) ? string.Concat(parts.Select(part => part.Source))
        : null;

    /// <summary>
    /// Edits the definition, in each branch of <c>Fn::If</c>. A definition that cannot be read is unchanged, with a warning.
    /// </summary>
    /// <param name="machine">The state machine.</param>
    /// <param name="diagnostics">Receives the warnings.</param>
    /// <param name="edit">Edits a definition.</param>
    /// <param name="elsewhere">Called with the property for a definition in a file, and whether <c>AWS::Include</c> includes it.</param>
    public static void Edit(
        StateMachine machine, DiagnosticBag diagnostics, Action<Definition> edit, Action<string, bool>? elsewhere = null)
    {
        var place = Array.Find(Elsewhere, name => machine.Properties[name] is not null);
        if (place is not null)
            elsewhere?.Invoke(place, false);
        else if (!Array.Exists(Inline, name => machine.Properties[name] is not null))
            diagnostics.Add(StateMachineDiagnostics.DefinitionUnreadable.For(new ResourceTarget(machine.LogicalId), "it is missing"));

        foreach (var name in Inline)
            ConditionalValue.Edit(machine.Properties, name, node => node is null ? null : EditForm(node, name));

        Node EditForm(Node node, string property)
        {
            var literal = Intrinsic.Argument(node, "Fn::ToJsonString"u8) ?? node;
            if (literal is ObjectNode root && !Intrinsic.Is(root))
                edit(From(root, machine, property) with { IsInTemplate = true });
            else if (TextForm.Parse(node, machine.Substitutions) is { } form)
                return DefinitionText.Edit(form, node, property, edit, Unreadable);
            else if (Intrinsic.Argument(node, "Fn::Transform"u8) is ObjectNode call && call["Name"u8]?.Text == Include)
                elsewhere?.Invoke(property, true);
            else Unreadable("its text is known only during the deployment");
            return node;

            void Unreadable(string reason) => diagnostics.Add(
                StateMachineDiagnostics.DefinitionUnreadable.For(new PropertyTarget(machine.LogicalId, property), reason));
        }
    }
}
