namespace Macro.Core.Templates;

/// <summary>Which resources an expression names.</summary>
internal static class References
{
    /// <summary>
    /// The logical id that a value refers to as a whole: <c>Ref</c>, <c>Fn::GetAtt</c> as list or string, or an <c>Fn::Sub</c> of just one
    /// name. Null for everything else.
    /// </summary>
    public static string? Target(Node? node)
    {
        if (node is not ObjectNode { Single: { } call }) return null;
        return call switch
        {
            { Key: "Ref", Value.Text: { } name } => name,
            { Key: "Fn::GetAtt", Value.Text: { } dotted } => BeforeDot(dotted),
            { Key: "Fn::GetAtt", Value: ArrayNode { Count: > 0 } path } => path[0].Text is { } name ? BeforeDot(name) : null,
            { Key: "Fn::Sub" } => OnlyName(call.Value) is { } name ? BeforeDot(name) : null,
            _ => null,
        };
    }

    /// <summary>The targets of each branch of <c>Fn::If</c>, else of the value itself; null stands for a branch that names none.</summary>
    public static IEnumerable<(Node Value, string? LogicalId)> Branches(Node node)
    {
        if (Intrinsic.If(node) is { } branches) return [.. Branches(branches[1]), .. Branches(branches[2])];
        return Intrinsic.IsNoValue(node) ? [] : [(node, Target(node))];
    }

    private static string? OnlyName(Node sub)
    {
        var text = sub.Text ?? (sub is ArrayNode { Count: > 0 } list ? list[0].Text : null);
        if (text is null) return null;
        var parts = SubTemplate.Parse(text).Take(2).ToList();
        return parts is [{ IsName: true } only] ? only.Text : null;
    }

    private static string BeforeDot(string path) => path.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? path[..dot] : path;
}
