using System.CommandLine;
using Macro.Cli.Help;
using Macro.Cli.Hosting;

namespace Macro.Cli.Commands;

/// <summary><c>macro completion SHELL</c>: writes a script that lets a shell complete commands, options, codes and parameters.</summary>
internal static class CompletionCommand
{
    // Each script asks this program for suggestions, so no script contains a list of commands; the shell adds file names itself.
    private const string Bash = """
        _macro_complete() {
          local line="${COMP_LINE:0:COMP_POINT}" word suggestion
          word="${line##* }"
          COMPREPLY=()
          while IFS= read -r suggestion; do
            [[ $suggestion == "$word"* ]] || continue
            # Bash takes = for the end of a word, and replaces only what comes after it.
            [[ $word == *=* ]] && suggestion="${suggestion#"${word%=*}="}"
            COMPREPLY+=("$suggestion")
          done < <(macro "[suggest]" "$line" 2>/dev/null)
          [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
          return 0
        }
        complete -o default -F _macro_complete macro

        """;

    private const string Zsh = """
        #compdef macro
        _macro() {
          local -a suggestions settings
          suggestions=("${(@f)$(macro "[suggest]" "macro ${(j: :)words[2,CURRENT-1]} $PREFIX" 2>/dev/null)}")
          settings=(${(M)suggestions:#*=})
          suggestions=(${suggestions:#*=})
          compadd -- ${suggestions:#}
          compadd -S '' -- $settings
          _files
        }
        # Zsh runs the file as the function when it loads it from fpath.
        if [[ $funcstack[1] == _macro ]]; then _macro; else compdef _macro macro; fi

        """;

    private const string Fish = """
        complete -c macro -a '(macro "[suggest]" (commandline -cp) 2>/dev/null)'

        """;

    public static Command Create(CommandHost host)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new ExampleCommand(
            "completion",
            "Write a script that completes this command line in your shell.",
            "source <(macro completion bash)",
            "macro completion zsh >> ~/.zshrc",
            "macro completion fish > ~/.config/fish/completions/macro.fish") { shell };
        command.SetAction(parsed => host.Print(ScriptFor(parsed.GetValue(shell)!).ReplaceLineEndings("\n")));
        return command;
    }

    private static string ScriptFor(string shell) => shell switch { "bash" => Bash, "zsh" => Zsh, _ => Fish };
}
