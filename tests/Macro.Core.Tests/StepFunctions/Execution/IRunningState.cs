using System.Text.Json.Nodes;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>A state that runs, in one of the query languages.</summary>
internal interface IRunningState
{
    /// <summary>Runs the state and returns its output.</summary>
    JsonNode? Output();

    /// <summary>Runs a <c>Choice</c> and returns its output and the next state.</summary>
    (JsonNode? Output, string? Next) Choose();

    /// <summary>The output after an error.</summary>
    JsonNode? Caught(JsonObject catcher, JsonObject error);
}
