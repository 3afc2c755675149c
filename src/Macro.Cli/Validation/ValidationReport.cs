namespace Macro.Cli.Validation;

/// <summary>Writes the findings of a validation in one format, file by file.</summary>
internal abstract class ValidationReport
{
    /// <summary>Writes what comes before the files.</summary>
    public virtual void Begin() { }

    /// <summary>Writes a file.</summary>
    public abstract void Add(CheckedFile file);

    /// <summary>Writes what comes after the files.</summary>
    /// <param name="totals">The counts of all files.</param>
    public virtual void End(ValidationTotals totals) { }

    /// <summary>
    /// The path of a file as services expect it: relative, without <c>.</c> at its beginning, and with slashes; absolute only outside of
    /// the current folder.
    /// </summary>
    protected static string PathOf(string fileName)
    {
        var path = Path.IsPathRooted(fileName) ? Path.GetRelativePath(Environment.CurrentDirectory, fileName) : fileName;
        if (path == ".." || path.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal)) path = fileName;
        path = path.Replace(Path.DirectorySeparatorChar, '/');
        while (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        return path;
    }
}
