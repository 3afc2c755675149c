using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Yaml.Laws;

/// <summary>Asks independent YAML readers, <c>oracle.py</c>. One process answers all questions of a test.</summary>
internal static class YamlOracle
{
    private const string Program = "tests/Macro.Cli.Tests/Yaml/Laws/oracle.py";

    /// <summary>Skips the test where the readers are not installed; fails there in CI.</summary>
    public static void RequireInstalled()
    {
        var isMissing = Run("-c", "import yaml; yaml.CSafeLoader", "") is null;
        if (isMissing && Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            Assert.Fail("python3-yaml is missing: apt-get install python3-yaml");
        Assert.SkipWhen(isMissing, "The independent YAML readers are missing. To install them: apt-get install python3-yaml");
    }

    /// <summary>Asks questions, JSON objects each, and returns the answers.</summary>
    public static IReadOnlyList<JsonElement> Ask(IEnumerable<string> questions)
    {
        var asked = questions.ToList();
        var output = Run(Repository.PathOf(Program), null, string.Join('\n', asked));
        output.ShouldNotBeNull();
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        answers.Count.ShouldBe(asked.Count);
        return answers;
    }

    private static string? Run(string argument, string? second, string input)
    {
        var start = new ProcessStartInfo("python3", second is null ? [argument] : [argument, second])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Result : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
