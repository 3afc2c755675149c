using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>Edits a value that may stand under <c>Fn::If</c>: every branch is edited, to any depth.</summary>
internal static class ConditionalValue
{
    /// <summary>
    /// Replaces each branch of a member by what <paramref name="edit"/> makes of it. It is given null for a missing member and for
    /// <c>AWS::NoValue</c>; when it gives null or the same node back, the branch stays as it is.
    /// </summary>
    public static void Edit(ObjectNode parent, MemberName name, Func<Node?, Node?> edit)
    {
        var current = parent[name];
        if (Branch(current, edit) is { } edited && !ReferenceEquals(edited, current)) parent[name] = edited;
    }

    /// <summary>The same for edits that have to know the place of the branch: the object or array that holds it, and its member or item.</summary>
    public static void Edit(ObjectNode parent, MemberName name, Func<Node?, Node, PathSegment, Node?> edit)
    {
        var current = parent[name];
        if (Branch(current, parent, name.Text, edit) is { } edited && !ReferenceEquals(edited, current)) parent[name] = edited;
    }

    /// <summary>Whether every branch of a value passes a test; null stands for a missing value and for <c>AWS::NoValue</c>.</summary>
    public static bool All(Node? node, Func<Node?, bool> test) => Intrinsic.If(node) is { } branches
        ? All(branches[1], test) && All(branches[2], test)
        : test(Intrinsic.IsNoValue(node) ? null : node);

    /// <summary>How many items of a list are certain to be there, whatever the conditions are.</summary>
    public static int CountCertain(ArrayNode list)
    {
        var count = 0;
        for (var i = 0; i < list.Count; i++) count += All(list[i], item => item is not null) ? 1 : 0;
        return count;
    }

    /// <summary>The largest measure of a branch.</summary>
    public static int Max(Node? node, Func<Node?, int> measure) => Intrinsic.If(node) is { } branches
        ? Math.Max(Max(branches[1], measure), Max(branches[2], measure))
        : measure(Intrinsic.IsNoValue(node) ? null : node);

    /// <summary>The branches of a value; null stands for a missing value and for <c>AWS::NoValue</c>.</summary>
    public static IEnumerable<Node?> Leaves(Node? node)
    {
        if (Intrinsic.If(node) is { } branches) return [.. Leaves(branches[1]), .. Leaves(branches[2])];
        return [Intrinsic.IsNoValue(node) ? null : node];
    }

    private static Node? Branch(Node? node, Func<Node?, Node?> edit)
    {
        if (Intrinsic.If(node) is not { } branches) return edit(Intrinsic.IsNoValue(node) ? null : node);
        for (var i = 1; i <= 2; i++)
        {
            if (Branch(branches[i], edit) is { } edited && !ReferenceEquals(edited, branches[i])) branches[i] = edited;
        }
        return node;
    }

    private static Node? Branch(Node? node, Node parent, PathSegment segment, Func<Node?, Node, PathSegment, Node?> edit)
    {
        if (Intrinsic.If(node) is not { } branches) return edit(Intrinsic.IsNoValue(node) ? null : node, parent, segment);
        for (var i = 1; i <= 2; i++)
        {
            if (Branch(branches[i], branches, i, edit) is { } edited && !ReferenceEquals(edited, branches[i])) branches[i] = edited;
        }
        return node;
    }
}
