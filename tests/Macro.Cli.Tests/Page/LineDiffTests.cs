using Macro.Cli.Page;

namespace Macro.Cli.Tests.Page;

public class LineDiffTests
{
    [Fact]
    public void Align_AllShortTexts_HasBothInOrderAndAsManySameLinesAsPossible()
    {
        foreach (var before in Texts(5))
        {
            foreach (var after in Texts(5))
            {
                var pairs = LineDiff.Align(before, after);
                pairs.Select(pair => pair.Before).OfType<string>().ShouldBe(before);
                pairs.Select(pair => pair.After).OfType<string>().ShouldBe(after);
                pairs.ShouldNotContain(new LinePair(null, null));
                pairs.Count(pair => pair.IsSame).ShouldBeGreaterThanOrEqualTo(LongestCommon(before, after));
            }
        }
    }

    [Fact]
    public void Align_ReplacedLine_IsBesideItsSuccessor() =>
        LineDiff.Align(["a", "b: 1", "d", "c"], ["a", "x: 1", "b: 2", "c"])
            .ShouldBe([new("a", "a"), new(null, "x: 1"), new("b: 1", "b: 2"), new("d", null), new("c", "c")]);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Align_LargeTexts_TakesMemoryInProportionToTheirLines(int step)
    {
        string[] before = [.. Enumerable.Range(0, 15_000).Select(line => $"key{line % 97}: {line}")];
        string[] after = [.. before.Select((line, index) => index % step == 0 ? $"{line} changed" : line)];
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var pairs = LineDiff.Align(before, after);

        (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(30_000_000);
        pairs.ShouldBe(before.Zip(after, (left, right) => new LinePair(left, right)));
    }

    private static IEnumerable<string[]> Texts(int longest) =>
        longest == 0 ? [[]] : Texts(longest - 1).SelectMany(text =>
            text.Length < longest - 1 ? [text] : (string[][])[text, [.. text, "a"], [.. text, "b"]]);

    private static int LongestCommon(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = 1; i <= before.Length; i++)
        {
            for (var j = 1; j <= after.Length; j++)
                lengths[i, j] = before[i - 1] == after[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
        }
        return lengths[before.Length, after.Length];
    }
}
