namespace Macro.Cli.Installation;

/// <summary>What an installation prints, and what it has changed so far.</summary>
/// <param name="print">Prints a line of the result.</param>
internal sealed class InstallOutput(Action<string> print)
{
    private readonly List<string> _done = [];

    /// <summary>What was changed and is not finished, for the message of a failure.</summary>
    public IReadOnlyList<string> Done => _done;

    public void Print(string line) => print(line);

    /// <summary>Remembers a change.</summary>
    public void Did(string change) => _done.Add(change);

    /// <summary>Forgets the last change, which was taken back or continued.</summary>
    public void Undid() => _done.RemoveAt(_done.Count - 1);
}
