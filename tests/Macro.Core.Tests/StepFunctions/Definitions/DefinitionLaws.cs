using FsCheck;
using FsCheck.Fluent;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Resources;
using Macro.Core.StepFunctions.Definitions;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Core.Tests.Support;
using Macro.Json;

namespace Macro.Core.Tests.StepFunctions.Definitions;

/// <summary>
/// Any definition in any form: unedited it keeps its bytes, edited it keeps its form and means what the edited JSON means.
/// </summary>
public sealed class DefinitionLaws
{
    [Fact]
    public void Edit_OfNothing_GivesTheSameBytes() => Law.Holds(Cases, written =>
    {
        var properties = JsonText.ReadObject(written.Properties);

        Edit(properties, definition => definition.Root["States"u8].ShouldBeOfType<ObjectNode>());

        properties.ToString().ShouldBe(written.Properties);
    });

    [Fact]
    public void Edit_OfEveryState_MeansTheEditedJson() => Law.Holds(Cases, written =>
    {
        var properties = JsonText.ReadObject(written.Properties);
        var model = JsonText.ReadObject(written.Json);

        Edit(properties, definition => EditStates(definition.Root));
        EditStates(model);

        var definition = JsonText.ReadObject(properties.ToString())["DefinitionString"u8]!;
        Intrinsic.Name(definition).ShouldBe(written.Form.Function);
        JsonText.Read(DefinitionForm.Resolve(definition)).IsSameAs(model).ShouldBeTrue($"{properties}\nis not\n{model}");
    });

    private static Gen<WrittenDefinition> Cases =>
        from states in Gen.ListOf(Gen.SubListOf(
            "\"Comment\":\"q\\\"uote\\\\\"", "\"Note\":\"\\u00e9é㐀\\n\"", "\"Resource\":\"arn:<A>:states:::<B>\"",
            "\"TimeoutSeconds\":<N>", "\"Result\":[<N>,1.10,{\"a\":\"<A>\"}]", "\"Label\":\"<A><B>\"", "\"Seconds\":LINE<N>LINE",
            "\"Text\":\"$ $$.X ${!x {% $y %}\""))
        from line in Gen.Elements("", " ", "\n", "\n  ")
        from form in Gen.Elements(DefinitionForm.All)
        select new WrittenDefinition(states, line, form);

    private static void Edit(ObjectNode properties, Action<Definition> edit)
    {
        var resource = new Resource("M", "AWS::StepFunctions::StateMachine", new ObjectNode { { "Properties", properties } });
        var context = TestInstrumentation.Context("""{"Resources":{}}""");
        var machine = new StateMachine(resource, StateMachineShape.For(resource.Type)!, MacroConfig.Defaults, context);
        var diagnostics = new DiagnosticBag();
        Definition.Edit(machine, diagnostics, edit);
        diagnostics.All.ShouldBeEmpty();
    }

    private static void EditStates(ObjectNode root)
    {
        foreach (var (_, state) in (ObjectNode)root["States"]!)
        {
            var members = (ObjectNode)state;
            foreach (var name in (string[])["Resource", "Comment", "Note"])
            {
                if (members[name]?.Text is { } text) members[name] = text + "!";
            }
            members["Added"] = new ObjectNode { { "Key.$", "$$['a', \"b\"]" } };
        }
    }
}
