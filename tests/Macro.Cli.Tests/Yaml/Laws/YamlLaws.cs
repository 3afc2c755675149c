using System.Globalization;
using System.Text;
using System.Text.Json;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Tests.Yaml.Laws;

/// <summary>
/// Reading and writing agree with independent YAML readers, for generated texts. <c>MACRO_LAW_CASES</c> asks for more texts;
/// <c>MACRO_LAW_SEED</c> is the seed of the first one, as a failure shows it.
/// </summary>
public sealed class YamlLaws
{
    private const int BatchSize = 500;
    private const int MaxShown = 4;

    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("MACRO_LAW_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 300;

    private static int FirstSeed => Environment.GetEnvironmentVariable("MACRO_LAW_SEED") is { } seed
        ? int.Parse(seed.Trim('(', ')').Split(',')[0], CultureInfo.InvariantCulture)
        : Random.Shared.Next(1_000_000_000);

    [Fact]
    public void Read_AnyText_IsWhatOtherReadersRead()
    {
        var valid = 0;
        ShouldHold(seeds => Ask(seeds, seed => Question(("text", Quoted(YamlText.Of(seed))))).Select(asked =>
        {
            valid += asked.Answer.GetProperty("values").GetArrayLength() > 0 ? 1 : 0;
            return FindDifference(asked.Item, YamlText.Of(asked.Item), asked.Answer.GetProperty("values"));
        }));

        valid.ShouldBeGreaterThan(Cases / 3);
    }

    [Fact]
    public void Write_AnyChange_IsReadByOtherReadersAsTheChange() => ShouldHold(seeds =>
        Ask(Edits(seeds), edit => Question(("text", Quoted(edit.Result)))).Select(asked =>
        {
            using var after = CanonicalJson.Parse(Encoding.UTF8.GetBytes(asked.Item.After));
            return HasValue(asked.Answer.GetProperty("values"), after) ? null : $"{asked.Item}\nis read as {asked.Answer}";
        }));

    [Fact]
    public void Write_AnyChange_KeepsTheOtherLines() => ShouldHold(seeds => Ask(
            Edits(seeds).FindAll(edit => !MayEndInsideKey(edit.Source)),
            edit => Question(("text", Quoted(edit.Source)), ("after", edit.After), ("result", Quoted(edit.Result))))
        .Select(asked => asked.Answer.GetProperty("lost").GetString() is { } line ? $"{asked.Item}\nlost line {line}" : null));

    [Fact]
    public void Write_NoChange_IsTheSameBytes() => ShouldHold(seeds => Readable(seeds).Select(found =>
        Encoding.UTF8.GetString(found.File.Write(found.File.Json).Span) == found.Text ? null : $"seed {found.Seed}:\n{found.Text}"));

    /// <summary>Fails with the first problems of all seeds. A check returns a problem or null for each of its cases.</summary>
    private static void ShouldHold(Func<IReadOnlyList<int>, IEnumerable<string?>> check)
    {
        YamlOracle.RequireInstalled();
        var first = FirstSeed;
        var seeds = Enumerable.Range(0, Cases).Select(index => first + index);
        var problems = seeds.Chunk(BatchSize).SelectMany(check).OfType<string>().ToList();
        problems.Count.ShouldBe(0, string.Join("\n________\n", problems.Take(MaxShown)));
    }

    private static IEnumerable<(T Item, JsonElement Answer)> Ask<T>(IEnumerable<T> items, Func<T, string> question)
    {
        var asked = items.ToList();
        return asked.Zip(YamlOracle.Ask(asked.Select(question)));
    }

    private static string? FindDifference(int seed, string text, JsonElement accepted)
    {
        try
        {
            using var read = CanonicalJson.Parse(Read(text).Json);
            return HasValue(accepted, read) ? null : $"seed {seed}:\n{text}\nread as {read.RootElement}\nbut is {accepted}";
        }
        catch (TemplateFileException exception)
        {
            return accepted.GetArrayLength() == 0 ? null : $"seed {seed}:\n{text}\nrefused: {exception.Message}\nbut is {accepted}";
        }
    }

    private static bool HasValue(JsonElement accepted, JsonDocument value) =>
        accepted.EnumerateArray().Any(answer => OracleValue.AreEqual(value.RootElement, answer));

    /// <summary>
    /// Whether a text may end inside a block scalar that is a key. A line after it would change the key, so its mapping is written anew.
    /// </summary>
    private static bool MayEndInsideKey(string text) => text is not [.., '\n' or '\r'] && text.Contains("? ", StringComparison.Ordinal);

    private static List<YamlEdit> Edits(IReadOnlyList<int> seeds) =>
    [
        .. Readable(seeds).Where(found => found.File.Json.Length > 2).Select(found =>
        {
            var after = RandomEdit.Of(found.File.Json, found.Seed);
            var result = found.File.Write(Encoding.UTF8.GetBytes(after));
            return new YamlEdit(found.Seed, found.Text, after, Encoding.UTF8.GetString(result.Span));
        }),
    ];

    private static IEnumerable<(int Seed, string Text, TemplateFile File)> Readable(IReadOnlyList<int> seeds)
    {
        foreach (var seed in seeds)
        {
            var text = YamlText.Of(seed);
            TemplateFile file;
            try
            {
                file = Read(text);
            }
            catch (TemplateFileException)
            {
                continue;
            }
            yield return (seed, text, file);
        }
    }

    private static TemplateFile Read(string text) => TemplateFile.Read(Encoding.UTF8.GetBytes(text), "template.yaml");

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Question(params (string Name, string Json)[] members) =>
        $"{{{string.Join(',', members.Select(member => $"\"{member.Name}\":{member.Json}"))}}}";

    /// <summary>A generated text with a changed value, and what was written for it.</summary>
    private sealed record YamlEdit(int Seed, string Source, string After, string Result)
    {
        public override string ToString() => $"seed {Seed}:\n{Source}\n==== to {After}\n==== is\n{Result}\n====";
    }
}
