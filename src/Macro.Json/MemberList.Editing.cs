namespace Macro.Json;

/// <content>How members are set, removed and added.</content>
internal partial struct MemberList
{
    /// <summary>Sets the value of an original member, or of an added one that is not in a block.</summary>
    public void SetValue(JsonSlice @object, MemberPlace place, Node value)
    {
        if (place.IsOriginal) (_values ??= new Node?[CountNames(@object)])[place.Index] = value;
        else _added![place.Index] = new AddedEntry(_added[place.Index].Name!, value);
    }

    /// <summary>Removes an original member, or an added one that is not in a block.</summary>
    public void Remove(JsonSlice @object, MemberPlace place)
    {
        // The table needs the name, so it comes first.
        if (place.IsOriginal)
        {
            _table?.RemoveOriginal(place.Index);
            SetValue(@object, place, Removed);
        }
        else
        {
            _table?.RemoveAdded(place.Index);
            _added![place.Index] = default;
        }
    }

    /// <summary>Splits the block of a member, if it is in one, so that the member can be edited. Returns its place afterwards.</summary>
    public MemberPlace TakeOutOfBlock(MemberPlace place)
    {
        if (place.BlockIndex < 0) return place;
        SplitBlock(place.Index);
        return MemberPlace.OfAdded(place.Index + place.BlockIndex);
    }

    /// <summary>Reserves memory for added members.</summary>
    public void Reserve(int more)
    {
        if (_added is null) _added = new AddedEntry[more];
        else if (_addedCount + more > _added.Length) Array.Resize(ref _added, Math.Max(_addedCount + more, 2 * _addedCount));
    }

    /// <summary>Adds a member whose name is new.</summary>
    public void Add(JsonSlice @object, MemberName name, Node value)
    {
        Append(new AddedEntry(name, value), MemberName.Group(name.NameHash));
        if (_table is not null) _table.Add(_added!, _addedCount - 1);
        else if (_addedCount > MaxScanned) FillTable(@object);
    }

    /// <summary>Adds a block of members whose names are new.</summary>
    public void Add(JsonSlice @object, MemberBlock block)
    {
        var count = block.Count;
        foreach (ref readonly var entry in Added) count += entry.Count;
        if (_table is not null || count > MaxScanned)
        {
            foreach (ref readonly var entry in block.Entries) Add(@object, entry.Name!, entry.Value!);
            return;
        }
        Append(new AddedEntry(block), block.Groups);
    }

    private void Append(AddedEntry entry, uint groups)
    {
        if (_added is null || _addedCount == _added.Length) Reserve(FewMore);
        _added![_addedCount++] = entry;
        _groups |= groups;
    }

    private void FillTable(JsonSlice @object)
    {
        for (var i = 0; i < _addedCount; i++)
        {
            if (_added![i].Block is not null) SplitBlock(i);
        }
        _table = new NameTable(@object, CountNames(@object));
        _table.AddOriginals();
        for (var i = 0; i < Values.Length; i++)
        {
            if (IsRemovedAt(i)) _table.RemoveOriginal(i);
        }
        for (var i = 0; i < _addedCount; i++)
        {
            _table.Add(_added!, i);
        }
        _groups = uint.MaxValue;
    }

    /// <summary>Replaces a block by its members.</summary>
    private void SplitBlock(int index)
    {
        var block = _added![index].Block!;
        var added = new AddedEntry[_addedCount - 1 + block.Count + FewMore];
        Added[..index].CopyTo(added);
        block.Entries.CopyTo(added.AsSpan(index));
        Added[(index + 1)..].CopyTo(added.AsSpan(index + block.Count));
        _added = added;
        _addedCount += block.Count - 1;
    }
}
