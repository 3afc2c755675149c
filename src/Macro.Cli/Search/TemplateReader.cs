using Macro.Cli.Hosting;
using Macro.Cli.Templates;

namespace Macro.Cli.Search;

/// <summary>Reads found files that are templates.</summary>
internal static class TemplateReader
{
    /// <summary>Reads a file; null if it is to be passed over, since it was found in a folder and is not a template.</summary>
    /// <param name="found">The file.</param>
    /// <param name="allowsDuplicateKeys">Whether the last of several equal keys of a YAML mapping counts.</param>
    /// <param name="host">Reads the file.</param>
    /// <param name="cancel">Cancels the read.</param>
    /// <exception cref="Templates.Reading.TemplateFileException">The text is not a template.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<TemplateFile?> Read(FoundFile found, bool allowsDuplicateKeys, CommandHost host, CancellationToken cancel)
    {
        if (found.IsSearched && new FileInfo(found.Name) is { Exists: true, Length: > InputFile.MaxBytes }) return null;
        var bytes = await host.ReadFile(found.Name, cancel);
        if (found.IsSearched && !TemplateContent.HasItsWords(bytes.Span)) return null;
        var file = TemplateFile.Read(bytes, found.Name, allowsDuplicateKeys);
        return found.IsSearched && !TemplateContent.IsTemplate(file) ? null : file;
    }
}
