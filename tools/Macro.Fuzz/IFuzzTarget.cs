namespace Macro.Fuzz;

/// <summary>A program under test, with the events that it takes and the law that its answers obey.</summary>
internal interface IFuzzTarget : IDisposable
{
    /// <summary>Whether <c>HostileEvents</c> are events of this program.</summary>
    bool TakesHostileEvents { get; }

    /// <summary>Answers that came.</summary>
    long Executions { get; }

    /// <summary>Reads the events that mutation starts from.</summary>
    IReadOnlyList<JsonTree> ReadSeeds(IEnumerable<string> places);

    /// <summary>Sends one event and checks the answer.</summary>
    /// <exception cref="ProgramFailureException">The program gave no answer.</exception>
    Outcome Send(byte[] json);

    /// <summary>The most memory that the process had, in bytes; 0 when there is none.</summary>
    long Measure();

    /// <summary>Has the next event answered by a new process.</summary>
    void Restart();
}

/// <summary>What an event led to.</summary>
/// <param name="Problem">How the answer breaks the law; null when it does not.</param>
/// <param name="Signature">What tells one way through the program from another.</param>
/// <param name="Succeeded">Whether the program did what the event asks for.</param>
internal sealed record Outcome(string? Problem, string Signature, bool Succeeded);
