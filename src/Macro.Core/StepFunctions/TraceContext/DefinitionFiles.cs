using System.Text.Json;
using Macro.CloudFormation.Protocol;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.Definitions;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>
/// Warns about a definition in a file. If the host has read the file, the warning names the states that get no trace context in a
/// deployment.
/// </summary>
internal static class DefinitionFiles
{
    private const int MaxNames = 10;

    /// <summary>Adds the warnings about a definition in a file.</summary>
    /// <param name="machine">The state machine.</param>
    /// <param name="property">The property that names the file.</param>
    /// <param name="isIncluded">Whether CloudFormation includes the file before the macro runs.</param>
    /// <param name="context">Receives the warnings.</param>
    public static void Report(StateMachine machine, string property, bool isIncluded, InstrumentationContext context)
    {
        var target = new PropertyTarget(machine.LogicalId, property);
        var file = context.Settings.DefinitionFiles.GetValueOrDefault(machine.LogicalId);
        var edited = new List<string>();
        if (file is not null) Walk(file, machine, property, isIncluded ? context.Diagnostics : new DiagnosticBag(), edited, context);
        context.Diagnostics.Add(
            isIncluded ? StateMachineDiagnostics.DefinitionIncluded.For(target)
            : edited.Count > 0 ? StateMachineDiagnostics.StatesElsewhere.For(target, file!.Location, Names(edited))
            : StateMachineDiagnostics.DefinitionElsewhere.For(target, property));
    }

    private static void Walk(
        DefinitionFile file, StateMachine machine, string property, DiagnosticBag diagnostics, List<string> edited,
        InstrumentationContext context)
    {
        try
        {
            using var index = JsonIndex.Read(file.Json, MacroRequest.MaxDepth);
            if (Node.Create(index.Root) is not ObjectNode root) return;
            var definition = Definition.From(root, machine, property);
            new StateWalk(definition, machine, context, InstrumentationMemory.None) { Diagnostics = diagnostics, Edited = edited }.Inject();
        }
        catch (Exception exception) when (exception is JsonException or DuplicateKeyException)
        {
            edited.Clear();
        }
    }

    private static string Names(List<string> states)
    {
        var names = string.Join(", ", states.Take(MaxNames));
        return states.Count > MaxNames ? $"{names} and {states.Count - MaxNames} more" : names;
    }
}
