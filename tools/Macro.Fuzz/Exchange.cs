using System.Text.Json;

namespace Macro.Fuzz;

/// <summary>One event, and everything that the program sent until it asked for the next one.</summary>
internal sealed class Exchange(string id, byte[] payload)
{
    /// <summary>Lambda's id of the invocation.</summary>
    public string Id => id;

    public byte[] Payload => payload;

    /// <summary>What was posted to the Runtime API: the call, such as <c>response</c>, and the body.</summary>
    public List<(string Call, byte[] Body)> Answers { get; } = [];

    /// <summary>What was put to the response host: the path with its query, and the body.</summary>
    public List<(string Path, byte[] Body)> Puts { get; } = [];

    /// <summary>The calls of CloudWatch Logs: the operation, the log group and the members.</summary>
    public List<(string Operation, string Group, JsonElement Members)> Calls { get; } = [];

    /// <summary>Steps that the fake of CloudWatch Logs does not allow.</summary>
    public List<string> Breaches { get; } = [];

    /// <summary>What the program logged.</summary>
    public string Log { get; set; } = "";

    /// <summary>Completes when the program asks for the next event.</summary>
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
