using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>
/// Enumerates the branches of a value in order, including nested <c>Fn::If</c>. For a value that is not <c>Fn::If</c>, returns the value
/// itself without allocating.
/// </summary>
/// <param name="root">The value; null when it is missing.</param>
internal struct BranchWalk(Node? root)
{
    private Stack<Branch>? _pending;
    private bool _isStarted;

    public Branch Current { get; private set; } = new(root, null, 0);

    public readonly BranchWalk GetEnumerator() => this;

    public bool MoveNext()
    {
        var next = Current;
        if (_isStarted && (_pending is null || !_pending.TryPop(out next))) return false;
        _isStarted = true;
        while (Intrinsic.If(next.Node) is { } call)
        {
            (_pending ??= []).Push(new Branch(call[2], call, 2));
            next = new Branch(call[1], call, 1);
        }
        Current = next;
        return true;
    }
}

/// <summary>One branch of a conditional value.</summary>
/// <param name="Node">The value of the branch; null when it is missing.</param>
/// <param name="If">The arguments of the <c>Fn::If</c> that the branch is in; null for a value without conditions.</param>
/// <param name="Index">The index of the branch in <paramref name="If"/>: 1 or 2.</param>
internal readonly record struct Branch(Node? Node, ArrayNode? If, int Index)
{
    /// <summary>The value of the branch; null for a missing value and for <c>AWS::NoValue</c>.</summary>
    public Node? Value => Intrinsic.IsNoValue(Node) ? null : Node;
}
