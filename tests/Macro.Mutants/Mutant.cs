namespace Macro.Mutants;

/// <summary>What became of a mutant.</summary>
internal enum Verdict
{
    Survived,
    Killed,
    TimedOut,
    NotReached,
}

/// <summary>One change of the source.</summary>
/// <param name="Id">Stryker's number, by which the mutated assembly knows it.</param>
/// <param name="File">The file, from <c>src/Macro.Core</c>.</param>
/// <param name="Place">Line and column.</param>
/// <param name="Replacement">What stands there instead.</param>
internal sealed record Mutant(int Id, string File, string Place, string Replacement)
{
    /// <summary>The row of the table that the mutant counts in.</summary>
    public string Folder => File.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? File[..end] : "MacroTransform";

    /// <summary>The verdict, once there is one.</summary>
    public Verdict Verdict { get; set; }
}
