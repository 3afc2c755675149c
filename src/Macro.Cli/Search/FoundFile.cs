namespace Macro.Cli.Search;

/// <summary>A file to validate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsSearched">Whether it was found in a folder, where it counts only if it is a template.</param>
internal sealed record FoundFile(string Name, bool IsSearched);

/// <summary>The files of one argument of the command line.</summary>
/// <param name="Argument">A file name, <c>-</c>, a folder or a pattern.</param>
/// <param name="Files">The files, each once in all arguments.</param>
internal sealed record FoundFiles(string Argument, IReadOnlyList<FoundFile> Files)
{
    /// <summary>What to report if none of the files is validated; null for nothing.</summary>
    public (string Cause, string Remedy)? IfNone { get; init; }
}
