using System.CommandLine;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Core.Lambda.Languages;

namespace Macro.Cli.Commands;

/// <summary><c>macro layers</c>: shows the layer versions that this release pins.</summary>
internal static class LayersCommand
{
    public static Command Create(CommandHost host)
    {
        var command = new ExampleCommand("layers", "Show the layer versions that functions get by default.", "macro layers");
        command.SetAction(_ => host.Print(Table()));
        return command;
    }

    private static string Table() => string.Concat(PinnedLayers.All
        .Select(layer => (layer.Subject, layer.Version, layer.Parameter)).Prepend(("LAYER", "VERSION", "PARAMETER"))
        .Select(row => $"{row.Item1,-12}{row.Item2,-10}{row.Item3}\n"));
}
