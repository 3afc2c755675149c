using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>Finds the resources that an expression refers to.</summary>
public static class References
{
    /// <summary>
    /// Returns the logical id that a value refers to: a <c>Ref</c>, an <c>Fn::GetAtt</c> with a list or string, or an <c>Fn::Sub</c> that
    /// contains only one name. Null for every other value.
    /// </summary>
    public static string? Target(Node? node)
    {
        if (node is not ObjectNode { IsSingle: true } call) return null;
        if (call.TextOf("Ref"u8) is { } name) return name;
        var path = call.FirstTextOf("Fn::GetAtt"u8) ?? OnlyName(call.FirstTextOf("Fn::Sub"u8));
        return path is null ? null : BeforeDot(path);
    }

    /// <summary>
    /// Returns the branches of a value except <c>AWS::NoValue</c>, each with its <see cref="Target"/>; null if it is not a reference.
    /// </summary>
    public static ReferenceBranches Branches(Node node) => new(node);

    /// <summary>Returns the <see cref="Target"/> of each branch of a value except <c>AWS::NoValue</c>.</summary>
    public static IEnumerable<string?> Targets(Node node)
    {
        foreach (var (_, logicalId) in Branches(node)) yield return logicalId;
    }

    private static string? OnlyName(string? template)
    {
        if (template is null) return null;
        var parts = SubTemplate.Parse(template).Take(2).ToList();
        return parts is [{ IsName: true } only] ? only.Text : null;
    }

    private static string BeforeDot(string path) => path.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? path[..dot] : path;
}
