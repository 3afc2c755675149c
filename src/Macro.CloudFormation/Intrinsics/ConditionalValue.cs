using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>
/// Reads and edits values that may depend on <c>Fn::If</c>. Callbacks receive null for a branch that is missing or is
/// <c>AWS::NoValue</c>.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html</remarks>
public static class ConditionalValue
{
    /// <summary>Replaces each branch of a member.</summary>
    /// <param name="parent">The object that has or receives the member.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="edit">Returns the new value of a branch; null, or its argument, leaves the branch unchanged.</param>
    public static void Edit(ObjectNode parent, MemberName name, Func<Node?, Node?> edit) =>
        Edit(parent, name, edit, static (value, edit) => edit(value));

    /// <summary>Like the other overload, with a state for the callback, which then needs no closure.</summary>
    /// <typeparam name="TState">The type of the state.</typeparam>
    public static void Edit<TState>(ObjectNode parent, MemberName name, TState state, Func<Node?, TState, Node?> edit)
        where TState : class
    {
        foreach (var branch in new BranchWalk(parent[name]))
        {
            if (edit(branch.Value, state) is not { } edited || ReferenceEquals(edited, branch.Node)) continue;
            if (branch.If is { } call) call[branch.Index] = edited;
            else parent[name] = edited;
        }
    }

    /// <summary>
    /// Like the other overload, but also passes the location of the branch: the object or array that contains it, and its member or item.
    /// </summary>
    public static void Edit(ObjectNode parent, MemberName name, Func<Node?, Node, PathSegment, Node?> edit)
    {
        foreach (var branch in new BranchWalk(parent[name]))
        {
            PathSegment segment = branch.If is null ? name.Text : branch.Index;
            if (edit(branch.Value, branch.If ?? (Node)parent, segment) is not { } edited || ReferenceEquals(edited, branch.Node)) continue;
            if (branch.If is { } call) call[branch.Index] = edited;
            else parent[name] = edited;
        }
    }

    /// <summary>Whether every branch of a value passes a test.</summary>
    public static bool All(Node? node, Func<Node?, bool> test) => All(node, test, static (value, test) => test(value));

    /// <summary>Like the other overload, with a state for the test, which then needs no closure.</summary>
    /// <typeparam name="TState">The type of the state.</typeparam>
    public static bool All<TState>(Node? node, TState state, Func<Node?, TState, bool> test)
        where TState : class
    {
        foreach (var branch in new BranchWalk(node))
        {
            if (!test(branch.Value, state)) return false;
        }
        return true;
    }

    /// <summary>Returns the number of items of a list that exist regardless of conditions.</summary>
    public static int CountCertain(ArrayNode list)
    {
        var count = 0;
        for (var i = 0; i < list.Count; i++) count += All(list[i], branch => branch is not null) ? 1 : 0;
        return count;
    }

    /// <summary>Returns the largest result of <paramref name="measure"/> over all branches.</summary>
    public static int Max(Node? node, Func<Node?, int> measure)
    {
        var max = int.MinValue;
        foreach (var branch in new BranchWalk(node)) max = Math.Max(max, measure(branch.Value));
        return max;
    }

    /// <summary>Returns the branches of a value, at least one; null for one that is missing or is <c>AWS::NoValue</c>.</summary>
    public static IEnumerable<Node?> Leaves(Node? node)
    {
        foreach (var branch in new BranchWalk(node)) yield return branch.Value;
    }
}
