using System.Diagnostics;

namespace Macro.Cli.Tests.Support;

/// <summary>An interactive shell in a real terminal, which tmux emulates.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    private readonly string _socket;

    /// <summary>Starts a shell with the prompt <c>$ </c>.</summary>
    /// <param name="folder">The home of the shell; its path begins with <c>bin</c> in it, and it works in <c>work</c>.</param>
    /// <param name="shell">The command line of the shell.</param>
    public Terminal(TemporaryFolder folder, params string[] shell)
    {
        _socket = folder["tmux"];
        string[] environment =
        [
            $"HOME={folder.Path}", $"ZDOTDIR={folder.Path}", $"XDG_CONFIG_HOME={folder["config"]}", $"XDG_DATA_HOME={folder["data"]}",
            $"PATH={folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}",
        ];
        Tmux(["-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", "-c", folder["work"],
            "env", .. environment, .. shell]);
        WaitFor(screen => screen.TrimEnd() == "$");
    }

    public static bool IsAvailable(string shell) => File.Exists("/usr/bin/tmux") && (shell == "bash" || File.Exists($"/usr/bin/{shell}"));

    /// <summary>Types text, and waits until the terminal shows it.</summary>
    public void Type(string text)
    {
        Tmux("send-keys", "-l", "--", text);
        WaitFor(screen => screen.TrimEnd().EndsWith(text, StringComparison.Ordinal));
    }

    /// <summary>Presses a key, such as <c>Tab</c>.</summary>
    public void Press(string key) => Tmux("send-keys", key);

    /// <summary>Waits until the screen is as expected.</summary>
    /// <returns>The screen, lines without spaces at their ends.</returns>
    public string WaitFor(Func<string, bool> isExpected)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var screen = Screen();
            if (isExpected(screen)) return screen;
            if (watch.Elapsed > MaxWait) throw new ShouldAssertException($"The terminal shows:\n{screen}");
            Thread.Sleep(50);
        }
    }

    public void Dispose() => Tmux("kill-server");

    private string Screen() => Tmux("capture-pane", "-p").TrimEnd('\n');

    private string Tmux(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("tmux", ["-S", _socket, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error);
        return output;
    }
}
