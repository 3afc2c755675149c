using System.Runtime.CompilerServices;

namespace Macro.Core.Tests.Hostile;

/// <summary>The events of <c>tests/Events</c>.</summary>
internal static class RealEvents
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../Events"));

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order();

    /// <summary>One event, without the newline at the end of its file.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json")).AsSpan().TrimEnd("\n"u8).ToArray();

    /// <summary>The files of small events on which something broke once.</summary>
    public static IReadOnlyList<string> Regressions =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(ThisFile())!, "Regressions"), "*.json");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
