using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>Enumerates the branches of a value with the resources that they refer to (<see cref="References.Branches"/>).</summary>
public struct ReferenceBranches
{
    private BranchWalk _walk;

    internal ReferenceBranches(Node node) => _walk = new BranchWalk(node);

    /// <summary>A branch, and the logical id that it refers to; null if it is not a reference.</summary>
    public readonly (Node Value, string? LogicalId) Current => (_walk.Current.Node!, References.Target(_walk.Current.Node));

    /// <summary>Returns the enumerator itself.</summary>
    public readonly ReferenceBranches GetEnumerator() => this;

    /// <summary>Moves to the next branch that is not <c>AWS::NoValue</c>.</summary>
    public bool MoveNext()
    {
        while (_walk.MoveNext())
        {
            if (_walk.Current.Value is not null) return true;
        }
        return false;
    }
}
