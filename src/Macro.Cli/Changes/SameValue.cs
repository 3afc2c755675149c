using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Whether two values are the same, asked cheaply: what the macro did not edit came back byte for byte.</summary>
internal static class SameValue
{
    public static bool Of(Node before, Node after) =>
        !before.IsEdited && !after.IsEdited && before.Origin.Raw.SequenceEqual(after.Origin.Raw) || before.IsSameAs(after);
}
