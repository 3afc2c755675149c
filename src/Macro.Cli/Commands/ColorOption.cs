using System.CommandLine;

namespace Macro.Cli.Commands;

/// <summary>The option <c>--color</c> of every command.</summary>
internal static class ColorOption
{
    public const string Name = "--color";

    public static Option<string> Create()
    {
        var option = new Option<string>(Name)
        {
            Description = "always, never, or auto: on a terminal, unless NO_COLOR is set; FORCE_COLOR turns colors on.",
            DefaultValueFactory = _ => "auto",
            Recursive = true,
        };
        option.AcceptOnlyFromAmong("always", "never", "auto");
        return option;
    }
}
