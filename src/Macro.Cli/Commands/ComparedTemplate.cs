using Macro.Cli.Changes;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Yaml;
using Macro.Core.Templates;

namespace Macro.Cli.Commands;

/// <summary>Reads a template, runs the transform on it, and compares; the same for every command that shows changes.</summary>
internal static class ComparedTemplate
{
    /// <summary>What would change; null when the file is no template, which is told on standard error.</summary>
    public static async Task<TemplateChanges?> Read(string fileName, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        try
        {
            var file = TemplateFile.Read(await host.ReadFile(fileName, cancel), fileName);
            var result = TemplatePreview.Run(file, options, host.Variables);
            if (!result.IsDeclared) await host.Error.WriteLineAsync($"{fileName}: note: {options.MacroName} is not listed under Transform, so a deployment would not instrument this template.");
            return TemplateComparison.Of(file, result, options);
        }
        catch (Exception fault) when (fault is TemplateFileException or IOException or UnauthorizedAccessException or TemplateFormatException)
        {
            await host.Error.WriteLineAsync(fault is TemplateFileException ? fault.Message : $"{fileName}: {fault.Message}");
            return null;
        }
    }
}
