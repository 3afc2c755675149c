namespace Macro.Core.Diagnostics;

/// <summary>Collects diagnostics in the order in which they are found; equal ones count once.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _all = [];
    private readonly HashSet<Diagnostic> _seen = [];

    public IReadOnlyList<Diagnostic> All => _all;

    public bool HasErrors { get; private set; }

    public void Add(Diagnostic diagnostic)
    {
        if (!_seen.Add(diagnostic)) return;
        _all.Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
    }
}
