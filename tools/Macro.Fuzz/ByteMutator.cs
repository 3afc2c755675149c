namespace Macro.Fuzz;

/// <summary>Changes the bytes of an event, so that it may be no JSON any more.</summary>
internal static class ByteMutator
{
    private const string Structure = "{}[],:\"\\ \t\r0-.eEtfnu$/\u0000\u001f\u007f";

    /// <summary>The bytes with one to four of them flipped, inserted, left out or repeated, or the end cut off.</summary>
    public static byte[] Mutate(byte[] json, Random random)
    {
        var bytes = json.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 1; changes--) Change(bytes, random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(6))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.Insert(at, (byte)Structure[random.Next(Structure.Length)]); break;
            case 3: bytes.RemoveRange(at, Math.Min(random.Next(1, 16), bytes.Count - at)); break;
            case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 64), bytes.Count - at))); break;
            default: bytes.RemoveRange(at, bytes.Count - at); break;
        }
    }
}
