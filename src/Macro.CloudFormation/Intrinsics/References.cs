using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>Which resources an expression names.</summary>
internal static class References
{
    /// <summary>
    /// The logical id that a value refers to as a whole: <c>Ref</c>, <c>Fn::GetAtt</c> as list or string, or an <c>Fn::Sub</c> of just one
    /// name. Null for everything else.
    /// </summary>
    public static string? Target(Node? node)
    {
        if (node is not ObjectNode { IsSingle: true } call) return null;
        if (call.TextOf("Ref"u8) is { } name) return name;
        var path = call["Fn::GetAtt"u8] is { } attribute ? attribute.Text ?? First(attribute) : call["Fn::Sub"u8] is { } sub ? OnlyName(sub) : null;
        return path is null ? null : BeforeDot(path);
    }

    /// <summary>The targets of each branch of <c>Fn::If</c>, else of the value itself; null stands for a branch that names none.</summary>
    public static IEnumerable<(Node Value, string? LogicalId)> Branches(Node node)
    {
        if (Intrinsic.If(node) is { } branches) return [.. Branches(branches[1]), .. Branches(branches[2])];
        return Intrinsic.IsNoValue(node) ? [] : [(node, Target(node))];
    }

    private static string? OnlyName(Node sub)
    {
        if ((sub.Text ?? First(sub)) is not { } text) return null;
        var parts = SubTemplate.Parse(text).Take(2).ToList();
        return parts is [{ IsName: true } only] ? only.Text : null;
    }

    private static string? First(Node node) => node is ArrayNode { Count: > 0 } list ? list[0].Text : null;

    private static string BeforeDot(string path) => path.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? path[..dot] : path;
}
