using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>A state of a definition. Every edit of it goes through <see cref="Set"/>.</summary>
/// <param name="name">Its name.</param>
/// <param name="body">Its fields.</param>
/// <param name="isJsonata">Whether its query language is JSONata; otherwise JSONPath.</param>
/// <param name="inputMayBeNoObject">Whether its input may be an array or a scalar.</param>
internal sealed class State(string name, ObjectNode body, bool isJsonata, bool inputMayBeNoObject)
{
    public string Name => name;

    public ObjectNode Body => body;

    public bool IsJsonata => isJsonata;

    public bool InputMayBeNoObject => inputMayBeNoObject;

    /// <summary>Whether a field was set or removed.</summary>
    public bool IsEdited { get; private set; }

    /// <summary>Whether the edited field was an empty object, which reverting must not remove.</summary>
    public bool HadEmptyField { get; set; }

    public string? Type => Body["Type"u8]?.Text;

    /// <summary>The field with the processor of the items of a <c>Map</c>.</summary>
    public string ProcessorName => Body.Contains("ItemProcessor"u8) ? "ItemProcessor" : "Iterator";

    /// <summary>The processor of the items of a <c>Map</c>; null when there is none.</summary>
    public ObjectNode? Processor => Body[(MemberName)ProcessorName] as ObjectNode;

    /// <summary>Whether a <c>Map</c> runs its items in child executions.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html</remarks>
    public bool IsDistributed => Type == "Map" && (Processor?["ProcessorConfig"u8] as ObjectNode)?["Mode"u8]?.Text == "DISTRIBUTED";

    /// <summary>Sets a field of the state or of an object in it, or removes it (null).</summary>
    public void Set(ObjectNode parent, string field, Node? value)
    {
        parent[field] = value;
        IsEdited = true;
    }

    /// <summary>
    /// Whether a state uses JSONata: by its own query language, else by fields that only one language has, else by the default of the state
    /// machine.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html</remarks>
    public static bool UsesJsonata(ObjectNode body, bool isStandard) => body["QueryLanguage"u8]?.Text is { } own
        ? own == "JSONata"
        : body.Contains("Arguments"u8) || isStandard && !body.Contains("Parameters"u8);
}
