using System.Diagnostics;
using System.IO.Compression;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.Package;

/// <summary>The deployment package, unpacked as Lambda does it, and its program run against a fake Runtime API.</summary>
internal sealed class PackagedBootstrap : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("macro-lambda-");

    private PackagedBootstrap(string zip) => ZipFile.ExtractToDirectory(zip, _folder.FullName);

    /// <summary>Path of the package under test, where build/smoke-test.sh names one.</summary>
    public static string? Zip { get; } = Environment.GetEnvironmentVariable("MACRO_LAMBDA_ZIP");

    /// <summary>Skips the test that asks where no package has been built.</summary>
    public static PackagedBootstrap Unpack()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Zip), "MACRO_LAMBDA_ZIP names no package; build/smoke-test.sh does.");
        return new PackagedBootstrap(Zip!);
    }

    /// <summary>Runs the program until the script of the API ends, then sends SIGTERM, unless the program has ended before.</summary>
    /// <param name="api">The Runtime API.</param>
    /// <param name="variables">Further environment variables.</param>
    /// <returns>Its exit status and its standard output.</returns>
    public async Task<(int ExitStatus, string Output)> RunAsync(FakeRuntimeApi api, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(Path.Combine(_folder.FullName, "bootstrap"))
        {
            Environment = { ["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint, ["AWS_REGION"] = "us-east-1" },
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var exited = program.WaitForExitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (await Task.WhenAny(exited, api.Exhausted) != exited)
                Process.Start("kill", ["-TERM", $"{program.Id}"]).Dispose();
            await exited.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            return (program.ExitCode, await output);
        }
        finally
        {
            program.Kill();
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
