using System.Text.RegularExpressions;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Checks that edits can be made, and taken back exactly, before they are shown.</summary>
internal static partial class Reversibility
{
    private const int MaxTags = 50;
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;

    /// <summary>Why the edits cannot be made or taken back; null when they can.</summary>
    /// <param name="engine">The engine of the function's region.</param>
    /// <param name="state">The function before the edits.</param>
    /// <param name="edits">The edits.</param>
    public static Diagnostic? FindProblem(FunctionEngine engine, FunctionState state, FunctionEdits edits)
    {
        var target = new ResourceTarget(state.Configuration.Name);
        var after = edits.ApplyTo(state);
        if (FindTagProblem(target, edits.Tags, after.Function.Tags) is { } problem) return problem;
        // What others instrumented, or an earlier run, was not restorable from here.
        if (state.Tags.IsOurs || state.Tags.OtherTool is not null) return null;
        var reverted = engine.Uninstrument(after, handler: null).Edits?.ApplyTo(after);
        return FindDifference(state, reverted) is { } difference ? DeployedDiagnostics.NotReversible.For(target, difference) : null;
    }

    /// <summary>Why the edits of a state machine cannot be made or taken back; null when they can.</summary>
    /// <param name="engine">The engine of the state machine's region.</param>
    /// <param name="state">The state machine before the edits.</param>
    /// <param name="edits">The edits.</param>
    public static Diagnostic? FindProblem(StateMachineEngine engine, StateMachineState state, StateMachineEdits edits)
    {
        var target = new ResourceTarget(state.Machine.Name);
        var after = edits.ApplyTo(state);
        if (FindTagProblem(target, edits.Tags, after.AllTags) is { } problem) return problem;
        if (state.Tags.IsOurs || state.Tags.OtherTool is not null) return null;
        var reverted = engine.Uninstrument(after).Edits?.ApplyTo(after);
        return FindDifference(state, reverted) is { } difference ? DeployedDiagnostics.NotReversible.For(target, difference) : null;
    }

    /// <summary>Why the tags cannot be set; null when they can.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html</remarks>
    private static Diagnostic? FindTagProblem(ResourceTarget target, TagEdits edits, IReadOnlyDictionary<string, string> all)
    {
        foreach (var (key, value) in edits.Set.Concat(edits.Remembered))
        {
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                return DeployedDiagnostics.InvalidTag.For(target, key, "AWS reserves keys that begin with aws:");
            if (key.Length > MaxKeyLength || value.Length > MaxValueLength)
                return DeployedDiagnostics.InvalidTag.For(target, key, "its key or value is too long");
            if (!Allowed().IsMatch(key) || !Allowed().IsMatch(value))
                return DeployedDiagnostics.InvalidTag.For(target, key, "its key or value has characters that AWS does not allow");
        }
        return all.Count > MaxTags
            ? DeployedDiagnostics.NotReversible.For(target, $"it would have {all.Count} tags, and AWS allows {MaxTags}")
            : null;
    }

    private static string? FindDifference(FunctionState before, FunctionState? after)
    {
        if (after is null) return "reverting it fails";
        var (was, now) = (before.Configuration, after.Configuration);
        return was.Handler != now.Handler || !was.Command.SequenceEqual(now.Command) ? "its handler would differ"
            : !was.Layers.SequenceEqual(now.Layers) ? "its layers would differ"
            : !AreSame(was.Variables, now.Variables) ? "its variables would differ"
            : was.TracingMode != now.TracingMode ? "its tracing would differ"
            : !AreSame(before.Function.Tags, after.Function.Tags) ? "its tags would differ"
            : null;
    }

    private static string? FindDifference(StateMachineState before, StateMachineState? after) =>
        after is null ? "reverting it fails"
        : before.Machine.Definition != after.Machine.Definition ? "its definition would differ"
        : !before.Machine.Logging.IsSameAs(after.Machine.Logging) ? "its logging would differ"
        : before.RolePolicy != after.RolePolicy ? "the policy of its role would differ"
        : !AreSame(before.AllTags, after.AllTags) ? "its tags would differ"
        : null;

    private static bool AreSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && value == pair.Value);

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")]
    private static partial Regex Allowed();
}
