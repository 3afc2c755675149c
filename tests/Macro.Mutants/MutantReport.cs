using System.Globalization;
using System.Text.Json;

namespace Macro.Mutants;

/// <summary>Reads the mutants from Stryker's report in JSON; its verdicts are left aside.</summary>
internal static class MutantReport
{
    private const string Source = "src/Macro.Core/";

    /// <summary>
    /// The mutants of some folders, or of all where none is named; without those that did not compile and those that Stryker leaves out.
    /// </summary>
    public static List<Mutant> Read(string path, string[] folders)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(path));
        var mutants = new List<Mutant>();
        foreach (var file in report.RootElement.GetProperty("files").EnumerateObject())
        {
            var name = file.Name.Replace('\\', '/');
            name = name[(name.IndexOf(Source, StringComparison.Ordinal) is >= 0 and var start ? start + Source.Length : 0)..];
            var all = file.Value.GetProperty("mutants").EnumerateArray();
            var usable = all.Where(mutant => Text(mutant, "status") is not ("CompileError" or "Ignored"));
            mutants.AddRange(usable.Select(mutant => Read(mutant, name)));
        }
        return folders.Length == 0 ? mutants : [.. mutants.Where(mutant => folders.Contains(mutant.Folder))];
    }

    private static Mutant Read(JsonElement mutant, string file)
    {
        var start = mutant.GetProperty("location").GetProperty("start");
        var id = int.Parse(Text(mutant, "id"), CultureInfo.InvariantCulture);
        return new Mutant(id, file, $"{start.GetProperty("line")}:{start.GetProperty("column")}", Text(mutant, "replacement"));
    }

    private static string Text(JsonElement mutant, string name) => mutant.GetProperty(name).GetString() ?? "";
}
