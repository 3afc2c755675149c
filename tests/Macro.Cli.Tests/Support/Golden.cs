namespace Macro.Cli.Tests.Support;

/// <summary>Compares a text with a file of the repository; <c>UPDATE_SNAPSHOTS=1</c> writes the file instead.</summary>
internal static class Golden
{
    private const string UpdateCommand = "UPDATE_SNAPSHOTS=1 dotnet test --project tests/Macro.Cli.Tests";

    public static void ShouldMatch(string actual, string relativePath)
    {
        var path = Repository.PathOf(relativePath);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, actual);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        actual.ShouldBe(expected, $"{relativePath} is out of date. If the change is intended: {UpdateCommand}");
    }
}
