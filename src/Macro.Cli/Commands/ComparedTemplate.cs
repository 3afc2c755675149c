using Macro.Cli.Changes;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Cli.Commands;

/// <summary>Reads a template, runs the transform on it, and compares; the same for every command that shows changes.</summary>
internal static class ComparedTemplate
{
    /// <summary>What would change; null when the file is no template, which is told on standard error.</summary>
    public static async Task<TemplateChanges?> Read(string fileName, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        if (await TemplateInput.ReadOrTell(fileName, host, cancel) is not { } file) return null;
        try
        {
            var result = TemplatePreview.Run(file, options, host.Variables);
            if (!result.IsDeclared) await host.Error.WriteLineAsync($"{fileName}: note: {options.MacroName} is not listed under Transform, so a deployment would not instrument this template.");
            return TemplateComparison.Of(file, result, options);
        }
        catch (DuplicateKeyException fault)
        {
            await host.Error.WriteLineAsync(new Finding($"{fault.Path}", DiagnosticCatalog.DuplicateKey.On(fault.Path.IsRoot ? null : $"{fault.Path}", fault.Key)).Describe(file));
            return null;
        }
    }
}
