using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>The branches of a value that get the same edits. Few values have more than one, so the first needs no list.</summary>
/// <typeparam name="T">The type of the branches.</typeparam>
public struct BranchList<T>
    where T : Node
{
    private T? _first;
    private List<T>? _others;

    /// <summary>Adds a branch at the end.</summary>
    public void Add(T branch)
    {
        if (_first is null) _first = branch;
        else (_others ??= []).Add(branch);
    }

    /// <summary>Enumerates the branches in order.</summary>
    public readonly Enumerator GetEnumerator() => new(this);

    /// <summary>Enumerates branches without allocation.</summary>
    public struct Enumerator
    {
        private readonly BranchList<T> _list;
        private int _index = -1;

        internal Enumerator(BranchList<T> list) => _list = list;

        /// <summary>The current branch.</summary>
        public readonly T Current => _index == 0 ? _list._first! : _list._others![_index - 1];

        /// <summary>Moves to the next branch; returns false after the last one.</summary>
        public bool MoveNext() => ++_index == 0 ? _list._first is not null : _index <= (_list._others?.Count ?? 0);
    }
}
