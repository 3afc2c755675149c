namespace Macro.Core.Tests.StepFunctions.Definitions;

/// <summary>A definition of states with holes in them, written in a form; each state is a list of members.</summary>
internal sealed class WrittenDefinition
{
    public WrittenDefinition(IEnumerable<IEnumerable<string>> states, string line, DefinitionForm form)
    {
        var text = $"{{{line}\"States\":{line}{{{line}"
            + string.Join($",{line}", states.Select((members, i) =>
                $"\"S{i}\":{line}{{{line}{string.Join($",{line}", members).Replace("LINE", line, StringComparison.Ordinal)}{line}}}"))
            + $"{line}}}{line}}}";
        Form = form;
        Json = DefinitionForm.Resolve(Support.JsonText.Read(form.Write(text)));
        Properties = $$"""{"DefinitionSubstitutions":{"A":"aws","B":{"Ref":"B"},"N":"30"},"DefinitionString":{{form.Write(text)}}}""";
    }

    public DefinitionForm Form { get; }

    /// <summary>The JSON text that the deployment makes of it.</summary>
    public string Json { get; }

    public string Properties { get; }

    public override string ToString() => $"{Form.Name}: {Properties}";
}
