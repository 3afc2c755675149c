namespace Macro.Json;

/// <summary>The place of a member in a <see cref="MemberList"/>.</summary>
/// <param name="Index">The zero-based index among the original members, or among the added entries; -1 for no member.</param>
/// <param name="Row">The row of the name of an original member; negative for every other place.</param>
/// <param name="BlockIndex">The index within the block of added members; -1 for a member that is not in a block.</param>
internal readonly record struct MemberPlace(int Index, int Row, int BlockIndex = -1)
{
    private const int NoRow = -1;

    /// <summary>No member.</summary>
    public static readonly MemberPlace None = new(-1, NoRow);

    /// <summary>The place before the first member.</summary>
    public static readonly MemberPlace Start = new(-1, NoRow - 1);

    /// <summary>Whether there is a member.</summary>
    public bool Exists => Index >= 0;

    /// <summary>Whether it is a member of the text.</summary>
    public bool IsOriginal => Row >= 0;

    /// <summary>The place of an added member.</summary>
    public static MemberPlace OfAdded(int index, int blockIndex = -1) => new(index, NoRow, blockIndex);
}
