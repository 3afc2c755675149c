using System.Diagnostics;
using System.Globalization;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>The macro's program as a process of its own, between fakes.</summary>
internal sealed class BootstrapProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;

    /// <param name="api">The Runtime API.</param>
    /// <param name="variables">Further environment variables.</param>
    /// <param name="program">Path of a native program; by default what these tests were built with.</param>
    public BootstrapProcess(FakeRuntimeApi api, IReadOnlyDictionary<string, string>? variables = null, string? program = null)
    {
        var start = program is null
            ? new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "bootstrap.dll")])
            : new ProcessStartInfo(program) { WorkingDirectory = Path.GetDirectoryName(program) };
        start.RedirectStandardOutput = true;
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint;
        start.Environment["AWS_REGION"] = "us-east-1";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Exited = _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public Task Exited { get; }

    /// <summary>Sends a signal, such as <c>TERM</c>.</summary>
    public void Signal(string name) => Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]).Dispose();

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit status and its standard output.</returns>
    public async Task<(int ExitStatus, string Output)> EndAsync()
    {
        await Exited.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return (_process.ExitCode, await _output);
    }

    /// <summary>Waits until the script of the API has ended, then sends SIGTERM, unless the program has ended before.</summary>
    public async Task<(int ExitStatus, string Output)> EndAfterAsync(FakeRuntimeApi api)
    {
        if (await Task.WhenAny(Exited, api.Exhausted) != Exited) Signal("TERM");
        return await EndAsync();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
