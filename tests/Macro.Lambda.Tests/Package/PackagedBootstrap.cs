using System.IO.Compression;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.Package;

/// <summary>The deployment package, unpacked as by Lambda, and its program, which runs against a fake Runtime API.</summary>
internal sealed class PackagedBootstrap : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("macro-lambda-");

    private PackagedBootstrap(string zip) => ZipFile.ExtractToDirectory(zip, _folder.FullName);

    /// <summary>The path of the package under test, which build/smoke-test.sh sets; null without it.</summary>
    public static string? Zip { get; } = Environment.GetEnvironmentVariable("MACRO_LAMBDA_ZIP");

    /// <summary>Unpacks the package; skips the test when none has been built.</summary>
    public static PackagedBootstrap Unpack()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Zip), "MACRO_LAMBDA_ZIP names no package; build/smoke-test.sh does.");
        return new PackagedBootstrap(Zip!);
    }

    /// <summary>Starts the program.</summary>
    public BootstrapProcess Start(FakeRuntimeApi api, IReadOnlyDictionary<string, string>? variables = null) =>
        new(api, variables, Path.Combine(_folder.FullName, "bootstrap"));

    /// <summary>Runs the program until the script of the API ends, then sends SIGTERM, unless the program has exited before.</summary>
    public async Task<(int ExitStatus, string Output)> RunAsync(FakeRuntimeApi api, IReadOnlyDictionary<string, string>? variables = null)
    {
        using var program = Start(api, variables);
        return await program.EndAfterAsync(api);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
