using Macro.Cli.Tests.Support;
using Macro.Core.Configuration;

namespace Macro.Cli.Tests.Commands;

/// <summary>Completion as a user sees it: keys that are typed into an interactive shell, in a terminal.</summary>
public sealed class TerminalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TerminalTests()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "macro.dll");
        var program = _folder.Write("bin/macro", $"#!/bin/sh\nexec dotnet '{library}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _folder.Write("work/my-template.yaml", "");
        _folder.Write(".bashrc", "PS1='$ '; bind 'set bell-style none'; source <(macro completion bash)\n");
        _folder.Write(".zshrc", "PROMPT='$ '; autoload -Uz compinit && compinit -u; source <(macro completion zsh)\n");
        // Without this folder, fish fills it in the background, while the test deletes it.
        _folder.Write("data/fish/generated_completions/none.fish", "");
        _folder.Write("config/fish/config.fish", """
            set -g fish_greeting; set -g fish_autosuggestion_enabled 0
            function fish_prompt; echo -n '$ '; end
            macro completion fish | source

            """);
    }

    public static TheoryData<string, string, string> Lines
    {
        get
        {
            (string Typed, string Completed)[] lines =
            [
                ("macro di", "macro diff"),
                ("true; macro diff t --format mark", "true; macro diff t --format markdown"),
                ("macro diff my-t", "macro diff my-template.yaml"),
                ("macro validate t --set lambdaF", "macro validate t --set lambdaFips="),
                ("macro validate t --set lambdaFips=t", "macro validate t --set lambdaFips=true"),
                ("macro validate t --set=lambdaFips=t", "macro validate t --set=lambdaFips=true"),
                ("macro layers --check --for", "macro layers --check --format"),
            ];
            var data = new TheoryData<string, string, string>();
            foreach (var shell in (string[])["bash", "zsh", "fish"])
            {
                foreach (var (typed, completed) in lines) data.Add(shell, typed, completed);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Tab_OneSuggestion_CompletesTheWord(string shell, string typed, string completed)
    {
        using var terminal = Start(shell);
        terminal.Type(typed);

        terminal.Press("Tab");

        terminal.WaitFor(screen => screen.Split('\n')[0].TrimEnd() == $"$ {completed}");
    }

    /// <summary>Shells differ in how often the key is pressed, and in what they do to the line.</summary>
    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public void Tab_SeveralSuggestions_ListsThem(string shell)
    {
        using var terminal = Start(shell);
        terminal.Type("macro validate t --set enable");

        terminal.Press("Tab");
        if (shell == "bash") terminal.Press("Tab");

        var names = ParameterCatalog.All.Select(parameter => parameter.Name)
            .Where(name => name.StartsWith("enable", StringComparison.Ordinal)).ToList();
        names.Count.ShouldBeGreaterThan(1);
        terminal.WaitFor(screen => names.All(name => screen.Contains($"{name}=", StringComparison.Ordinal)));
    }

    /// <summary>The script under the name by which zsh finds it, without a line in the user's configuration.</summary>
    [Fact]
    public void Tab_ScriptInTheFunctionPath_CompletesAtOnce()
    {
        _folder.Write("functions/_macro", CliRun.Of("completion", "zsh").Output);
        _folder.Write(".zshrc", "PROMPT='$ '; fpath=(~/functions $fpath); autoload -Uz compinit && compinit -u\n");
        using var terminal = Start("zsh");

        foreach (var (typed, completed) in (ReadOnlySpan<(string, string)>)[("macro di", "macro diff"), ("--form", "macro diff --format")])
        {
            terminal.Type(typed);
            terminal.Press("Tab");
            terminal.WaitFor(screen => screen.Split('\n')[0].TrimEnd() == $"$ {completed}");
        }
    }

    public void Dispose() => _folder.Dispose();

    private Terminal Start(string shell)
    {
        Assert.SkipUnless(Terminal.IsAvailable(shell), $"{shell} or tmux is not installed");
        return new Terminal(_folder, shell == "fish" ? ["fish", "--interactive"] : [shell, "-i"]);
    }
}
