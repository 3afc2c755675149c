using System.CommandLine;
using Macro.Cli.Deployed.Inventory;
using Macro.Cli.Deployed.Messages;
using Macro.Cli.Deployed.Running;
using Macro.Cli.Formatting;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Rendering;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Languages;

namespace Macro.Cli.Commands;

/// <summary><c>macro layers</c>: shows the layer versions that this release pins, and checks them in a region.</summary>
internal static class LayersCommand
{
    public static Command Create(CommandHost host)
    {
        var check = new Option<bool>("--check")
        {
            Description = "Ask Lambda whether each pinned layer can be used in the region, and which newer versions there are.",
        };
        var format = SharedSymbols.Format("text or json.", "text", "json");
        var access = new AccessSymbols();
        var command = new ExampleCommand(
            "layers", "Show the layer versions that functions get by default.", "macro layers", "macro layers --check --region eu-west-3")
        {
            check, format,
        };
        access.AddTo(command);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(check) && access.IsGiven(result))
                result.AddError("--region, --profile, --role-arn and --concurrency need --check.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var isJson = parsed.GetValue(format) == "json";
            if (!parsed.GetValue(check)) return host.Print(isJson ? Json() : Table());
            var options = access.Read(parsed);
            return await AwsCommand.RunAsync(host, options, async (session, stop) =>
            {
                var layers = await new LayerChecker(session, options.Concurrency).CheckAsync(stop);
                if (layers.Count == 0)
                {
                    var regions = string.Join(", ", session.Regions);
                    return AwsCommand.Fail(host, DeployedDiagnostics.NoLayers.For(DiagnosticTarget.Request, regions));
                }
                host.Print(isJson ? CheckedLayersText.WriteJson(session.Caller.Account, layers) : CheckedLayersText.Write(layers));
                return layers.Any(layer => layer.Error is not null) ? ExitCode.Rejected : ExitCode.Success;
            }, cancel);
        });
        return command;
    }

    private static string Table() => string.Concat(PinnedLayers.All
        .Select(layer => (layer.Subject, layer.Version, layer.Parameter)).Prepend(("LAYER", "VERSION", "PARAMETER"))
        .Select(row => $"{row.Item1,-12}{row.Item2,-10}{row.Item3}\n"));

    private static string Json() => JsonFormat.WriteIndented(json =>
    {
        json.WriteStartObject();
        JsonChanges.WriteList(json, "layers", PinnedLayers.All, (writer, layer) =>
        {
            writer.WriteString("subject", layer.Subject);
            writer.WriteString("version", layer.Version);
            writer.WriteString("parameter", layer.Parameter);
        });
        json.WriteEndObject();
    });
}
