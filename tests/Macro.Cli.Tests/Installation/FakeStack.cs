namespace Macro.Cli.Tests.Installation;

/// <summary>A stack of <see cref="FakeAws"/>.</summary>
internal sealed class FakeStack
{
    public string Status { get; set; } = "REVIEW_IN_PROGRESS";

    public Dictionary<string, string> Parameters { get; set; } = [];

    public List<string> Transforms { get; init; } = [];

    /// <summary>The status that the next question leads to, as if time had passed; null for none.</summary>
    public string? Next { get; set; }

    /// <summary>Change sets by name: the parameters that they lead to, and whether they change anything.</summary>
    public Dictionary<string, (Dictionary<string, string> Parameters, bool IsEmpty)> ChangeSets { get; } = [];

    /// <summary>Whether every update fails.</summary>
    public bool Fails { get; set; }

    /// <summary>Why updates fail, as XML.</summary>
    public string Reason { get; init; } = "The runtime is not available.";
}
