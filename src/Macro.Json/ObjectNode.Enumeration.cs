using System.Collections;

namespace Macro.Json;

/// <content>Enumerators without allocation: templates have many small objects.</content>
public sealed partial class ObjectNode
{
    /// <summary>Enumerates the members of an object. Members that are added meanwhile are included.</summary>
    public struct Enumerator : IEnumerator<KeyValuePair<string, Node>>
    {
        private readonly ObjectNode _owner;
        private MemberPlace _place = MemberPlace.Start;

        internal Enumerator(ObjectNode owner) => _owner = owner;

        /// <inheritdoc/>
        public KeyValuePair<string, Node> Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            while (_owner.Members.MoveNext(_owner.Origin, ref _place))
            {
                if (_owner.NameAt(_place) is not { } name) continue;
                Current = new(name, _owner.At(_place));
                return true;
            }
            return false;
        }

        /// <inheritdoc/>
        public void Reset() => _place = MemberPlace.Start;

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }

    /// <summary>The values of an object's members in order.</summary>
    public readonly struct ValueSequence : IEnumerable<Node>
    {
        private readonly ObjectNode _owner;

        internal ValueSequence(ObjectNode owner) => _owner = owner;

        /// <summary>Enumerates the values.</summary>
        public ValueEnumerator GetEnumerator() => new(_owner);

        IEnumerator<Node> IEnumerable<Node>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Enumerates the values of an object's members. Members that are added meanwhile are included.</summary>
    public struct ValueEnumerator : IEnumerator<Node>
    {
        private readonly ObjectNode _owner;
        private MemberPlace _place = MemberPlace.Start;

        internal ValueEnumerator(ObjectNode owner) => _owner = owner;

        /// <inheritdoc/>
        public Node Current { get; private set; } = null!;

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (!_owner.Members.MoveNext(_owner.Origin, ref _place)) return false;
            Current = _owner.At(_place);
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _place = MemberPlace.Start;

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
