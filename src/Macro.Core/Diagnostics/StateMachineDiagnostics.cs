using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>State machines: DD5xx.</summary>
internal static class StateMachineDiagnostics
{
    public static readonly ConstantDiagnosticKind LoggingOverridden = new(
        "DD501", Warning,
        "The state machine logged less than every event with its data; it now logs all of it, which may be "
            + "personal, since traces are made from it.",
        "Exclude the state machine when its data must not be logged.")
    {
        PersistsAcrossRuns = true,
    };

    public static readonly DiagnosticKind<string> StateMachineNotEditable = new(
        "DD502", Warning,
        property => new(
            $"{property} of the state machine is an expression that cannot be added to, so it stays as it is.",
            $"Write {property} out, or put the expression inside it."),
        example: "LoggingConfiguration");

    public static readonly DiagnosticKind<string> LogDeliveryRoleElsewhere = new(
        "DD503", Warning,
        statement => new(
            "The state machine's role is not in this template, so it may not be allowed to deliver logs.",
            $"Add this statement to the role: {statement}"),
        example: """{"Effect":"Allow","Action":["logs:CreateLogDelivery"],"Resource":"*"}""");

    public static readonly DiagnosticKind<string, string> StateMachineTwoFilters = new(
        "DD504", Warning,
        (first, second) => new(
            $"The state machine's log group has two subscription filters already ({first} and {second}), all that "
                + "CloudWatch Logs allows, so its logs are not forwarded.",
            "Remove one of them, or let its destination pass the logs on."),
        example: ("ToKinesis", "ToOpenSearch"));

    public static readonly DiagnosticKind<string> DefinitionElsewhere = new(
        "DD511", Warning,
        property => new(
            $"The definition lies in a file ({property}) that the macro cannot read, so its states get no trace context.",
            "Write the definition into the template."),
        example: "DefinitionUri");

    public static readonly DiagnosticKind<string> DefinitionUnreadable = new(
        "DD512", Warning,
        reason => new(
            $"The definition cannot be read, so its states get no trace context: {reason}.",
            "Write it as an object, or as JSON text in a string, Fn::Sub or Fn::Join."),
        example: "it has no object States");

    public static readonly DiagnosticKind<string> UnknownTask = new(
        "DD513", Warning,
        state => new(
            $"Only the deployment knows what state {state} starts, so it gets no trace context.",
            "Write Resource out, or refer to a function of this template."),
        example: "ChargeCard");

    public static readonly DiagnosticKind<string, string> FieldIsNotAnObject = new(
        "DD514", Warning,
        (state, field) => new(
            $"State {state} gets no trace context, since its {field} is not written out as an object.",
            "Write what the state sends as an object, member by member."),
        example: ("ChargeCard", "Payload"));

    public static readonly DiagnosticKind<string, string> OwnContextKeys = new(
        "DD515", Warning,
        (state, field) => new(
            $"State {state} gets no trace context, since its {field} has an Execution, State or StateMachine of its own.",
            "Rename that key, or add the three as they are in the context object ($$)."),
        example: ("ChargeCard", "Payload"));

    public static readonly DiagnosticKind<string, string> InputMayNotBeAnObject = new(
        "DD516", Warning,
        (state, field) => new(
            $"State {state} gets no trace context, since its {field} is the whole input, and that may be an item or "
                + "list of a Map or Parallel, which nothing can be merged into.",
            "Write what the state sends as an object, or have the state before it give one (ItemSelector, "
                + "ResultSelector or ResultPath)."),
        example: ("ChargeCard", "Payload.$"));

    public static readonly DiagnosticKind<string> BatchesNotTraced = new(
        "DD517", Warning,
        state => new(
            $"The executions that the distributed Map {state} starts are not linked to its trace, which takes a Map in "
                + "JSONata with an ItemBatcher.",
            "Set QueryLanguage to JSONata and add an ItemBatcher; MaxItemsPerBatch may be 1."),
        example: "ShipItems");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        LoggingOverridden, StateMachineNotEditable, LogDeliveryRoleElsewhere, StateMachineTwoFilters,
        DefinitionElsewhere, DefinitionUnreadable, UnknownTask, FieldIsNotAnObject, OwnContextKeys,
        InputMayNotBeAnObject, BatchesNotTraced,
    ];
}
