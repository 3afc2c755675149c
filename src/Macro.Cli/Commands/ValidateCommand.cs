using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Cli.Validation;

namespace Macro.Cli.Commands;

/// <summary><c>macro validate FILE…</c>: says of many templates what a deployment would say of each.</summary>
internal static class ValidateCommand
{
    private static readonly JsonWriterOptions JsonOptions = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(CommandHost host)
    {
        var files = new Argument<string[]>("FILE") { Description = "Templates, folders, and patterns with *, ** and ?; - reads standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text, json, or sarif for code-scanning services.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var options = new DeploymentOptions();
        var command = new ExampleCommand("validate", "Say of each template what a deployment would say, with file, line and column.",
            "macro validate template.yaml",
            "macro validate stacks/ 'services/**/template.yaml'",
            "macro validate . --format sarif > macro.sarif") { files, format };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(files)!, parsed.GetValue(format)!, options.Read(parsed), host, cancel));
        return command;
    }

    private static async Task<int> Run(string[] arguments, string format, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        var results = await ValidationRun.Of(FileSearch.Find(arguments), options, host, cancel);
        if (format == "text") host.Print(TextReport.Write(results, options.MacroName));
        else await WriteJson(results, format == "json" ? JsonReport.Write : SarifReport.Write, host, cancel);
        return results.Any(file => file.Errors > 0) ? ExitCode.Rejected : ExitCode.Success;
    }

    private static async Task WriteJson(IReadOnlyList<CheckedFile> results, Action<Utf8JsonWriter, IReadOnlyList<CheckedFile>> write, CommandHost host, CancellationToken cancel)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonOptions)) write(json, results);
        output.WriteByte((byte)'\n');
        await host.Output.WriteAsync(output.GetBuffer().AsMemory(0, (int)output.Length), cancel);
    }
}
