using System.Text;
using System.Text.Json;

namespace Macro.Fuzz;

/// <summary>Makes an event small that still breaks the same thing.</summary>
internal static class Minimizer
{
    private const int MaxTries = 10_000;
    private static readonly string[] Simple = ["0", "\"\"", "\"x\""];

    /// <summary>Takes away what is not needed.</summary>
    /// <param name="macroEvent">An event that breaks something.</param>
    /// <param name="breaks">Whether another event breaks the same.</param>
    public static byte[] Minimize(byte[] macroEvent, Func<byte[], bool> breaks)
    {
        var tries = MaxTries;
        try
        {
            return OfTree(JsonTree.Parse(macroEvent), json => tries-- > 0 && breaks(json));
        }
        catch (JsonException)
        {
            return OfBytes(macroEvent, json => tries-- > 0 && breaks(json));
        }
    }

    private static byte[] OfTree(JsonTree tree, Func<byte[], bool> breaks)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var node in tree.All.ToList()) isSmaller |= RemoveChildren(tree, node, breaks) || Simplify(tree, node, breaks);
        }
        return Bytes(tree);
    }

    private static bool RemoveChildren(JsonTree tree, JsonTree node, Func<byte[], bool> breaks)
    {
        var removed = false;
        for (var size = node.Children.Count; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= node.Children.Count;)
            {
                var children = node.Children.GetRange(at, size);
                node.Children.RemoveRange(at, size);
                if (breaks(Bytes(tree)))
                {
                    removed = true;
                    continue;
                }
                node.Children.InsertRange(at, children);
                at += size;
            }
        }
        return removed;
    }

    private static bool Simplify(JsonTree tree, JsonTree node, Func<byte[], bool> breaks)
    {
        var before = node.Copy();
        var size = before.ToString().Length;
        foreach (var simple in Simple.Select(JsonTree.OfScalar)
            .Concat(before.Children.Select(child => child.Value)).Where(simple => simple.ToString().Length < size))
        {
            node.Become(simple);
            if (breaks(Bytes(tree))) return true;
        }
        node.Become(before);
        return false;
    }

    private static byte[] OfBytes(byte[] bytes, Func<byte[], bool> breaks)
    {
        for (var size = bytes.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= bytes.Length;)
            {
                byte[] shorter = [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at + size)];
                if (breaks(shorter)) bytes = shorter;
                else at += size;
            }
        }
        return bytes;
    }

    private static byte[] Bytes(JsonTree tree) => Encoding.UTF8.GetBytes(tree.ToString());
}
