using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>A state of a definition.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Body">Its fields.</param>
/// <param name="IsJsonata">Whether its query language is JSONata; else JSONPath.</param>
/// <param name="InputMayBeNoObject">Whether its input may well be an array or a scalar.</param>
internal sealed record State(string Name, ObjectNode Body, bool IsJsonata, bool InputMayBeNoObject)
{
    public string? Type => Body["Type"u8]?.Text;

    /// <summary>What is done for each item of a <c>Map</c>; null when there is none.</summary>
    public ObjectNode? Processor => (Body["ItemProcessor"u8] ?? Body["Iterator"u8]) as ObjectNode;

    /// <summary>Whether each item of a <c>Map</c> gets an execution of its own.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html</remarks>
    public bool IsDistributed => Type == "Map" && (Processor?["ProcessorConfig"u8] as ObjectNode)?["Mode"u8]?.Text == "DISTRIBUTED";

    /// <summary>
    /// Whether a state is in JSONata: by its own word, else by the fields that only one of the languages has, else by that of the state machine.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html</remarks>
    public static bool UsesJsonata(ObjectNode body, bool isStandard) => body["QueryLanguage"u8]?.Text is { } own
        ? own == "JSONata"
        : body.Contains("Arguments"u8) || isStandard && !body.Contains("Parameters"u8);
}
