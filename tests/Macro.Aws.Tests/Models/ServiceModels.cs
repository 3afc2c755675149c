using System.Diagnostics;
using System.Text.Json;

namespace Macro.Aws.Tests.Models;

/// <summary>
/// AWS's published service models, as Python's botocore has them. Tests that need them are skipped where it is not installed, except in CI.
/// </summary>
internal static class ServiceModels
{
    private static readonly Lazy<bool> IsInstalled = new(() => Run("-c", "import botocore", "").ExitCode == 0);

    /// <summary>Skips the test without botocore; fails it in CI.</summary>
    public static void Require()
    {
        const string remedy = "Install botocore, on Debian with: apt-get install python3-botocore";
        if (IsInstalled.Value) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"The service models are missing. {remedy}");
        Assert.Skip(remedy);
    }

    /// <summary>Asks the script <c>botocore_oracle.py</c>.</summary>
    public static JsonElement Ask(string question)
    {
        var (exitCode, output, error) = Run(Path.Combine(AppContext.BaseDirectory, "botocore_oracle.py"), null, question);
        exitCode.ShouldBe(0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    private static (int ExitCode, string Output, string Error) Run(string first, string? second, string input)
    {
        var start = new ProcessStartInfo("python3", second is null ? [first] : [first, second])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return (1, "", exception.Message);
        }
    }
}
