using System.Diagnostics;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

/// <summary>The scripts of <c>macro completion</c> in the shells themselves.</summary>
public sealed class ShellTests : IDisposable
{
    /// <summary>Calls the completion function as bash does.</summary>
    private const string Bash = """
        source <(macro completion bash)
        COMP_LINE=$1; COMP_POINT=${#COMP_LINE}; _macro_complete; printf '%s\n' "${COMPREPLY[@]}"
        """;

    /// <summary>Calls the completion function with the widgets of zsh replaced by functions that print.</summary>
    private const string Zsh = """
        compdef() { :; }; _files() { :; }
        compadd() { while [[ $1 != -- ]]; do shift; done; shift; (( $# )) && print -rl -- "$@"; return 0; }
        source <(macro completion zsh)
        BUFFER=$1; CURSOR=${#BUFFER}; _macro
        """;

    private const string Fish = "macro completion fish | source; complete -C $argv[1] | string replace -r '\\t.*' ''";

    private readonly TemporaryFolder _folder = new();

    public ShellTests()
    {
        var program = _folder.Write("macro", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "macro.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Theory]
    [InlineData("bash", "macro valid", "validate")]
    [InlineData("bash", "macro explain DD501", "DD501")]
    [InlineData("bash", "macro diff t.yaml --set lambdaF", "lambdaFips=")]
    [InlineData("bash", "macro diff t.yaml --set lambdaFips=t", "true")]
    [InlineData("zsh", "macro valid", "validate")]
    [InlineData("zsh", "macro diff t.yaml --set lambdaF", "lambdaFips=")]
    [InlineData("zsh", "macro diff t.yaml --set lambdaFips=t", "lambdaFips=true")]
    [InlineData("fish", "macro valid", "validate")]
    [InlineData("fish", "macro explain DD501", "DD501")]
    [InlineData("fish", "macro diff t.yaml --set lambdaFips=t", "lambdaFips=true")]
    [InlineData("fish", "macro diff my-temp", "my-template.yaml")]
    public async Task Completion_InItsShell_CompletesTheWord(string shell, string line, string expected)
    {
        Assert.SkipUnless(shell == "bash" || File.Exists($"/usr/bin/{shell}"), $"{shell} is not installed");
        _folder.Write("my-template.yaml", "");
        string[] arguments = shell switch
        {
            "bash" => ["--norc", "-c", Bash, "bash", line],
            "zsh" => ["-f", "-c", Zsh, "zsh", line],
            _ => ["--no-config", "-c", Fish, line],
        };
        var start = new ProcessStartInfo(shell, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        start.Environment["PATH"] = $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe([expected], error);
    }

    public void Dispose() => _folder.Dispose();
}
