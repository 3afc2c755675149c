using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>State machines: DD5xx.</summary>
internal static class StateMachineDiagnostics
{
    private const string InlineRemedy = "Write the definition in the template: as Definition, or as Definition with Fn::Transform of "
        + "AWS::Include, which a deployment resolves before it runs the macro. In CDK, use DefinitionBody.fromString instead of fromFile.";

    public static readonly ConstantDiagnosticKind LoggingOverridden = new(
        "DD501", Warning,
        "Datadog creates traces from the state machine's logs, so the macro set its log level to ALL with execution "
            + "data. The logs may now contain personal data.",
        "Exclude the state machine if its data must not be logged.")
    {
        PersistsAcrossRuns = true,
    };

    public static readonly DiagnosticKind<string> StateMachineNotEditable = new(
        "DD502", Warning,
        property => new(
            $"{property} of the state machine is an expression that the macro cannot add to, so it is unchanged.",
            $"Write out {property}, and use expressions only for the values inside it."),
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
            $"The state machine's log group already has two subscription filters ({first} and {second}), and CloudWatch"
                + " Logs allows no more, so its logs are not forwarded.",
            "Remove one of them, or have its destination pass the logs on."),
        example: ("ToKinesis", "ToOpenSearch"));

    public static readonly DiagnosticKind<string> LogGroupNotEncrypted = new(
        "DD505", Warning,
        group => new(
            $"The state machine has a customer managed key, but its log group {group}, which receives the execution data, is not "
                + "encrypted with it.",
            "Declare a log group with that KmsKeyId and name it in the state machine's log destinations, or accept the encryption of "
                + "CloudWatch Logs."),
        example: "OrdersLogGroup");

    public static readonly DiagnosticKind<string> DefinitionElsewhere = new(
        "DD511", Warning,
        property => new(
            $"The definition is in a file ({property}) that the macro cannot read, so its states get no trace context.",
            InlineRemedy),
        example: "DefinitionUri");

    public static readonly DiagnosticKind<string> DefinitionUnreadable = new(
        "DD512", Warning,
        reason => new(
            $"The definition cannot be read, so its states get no trace context: {reason}.",
            "Write it as an object, or as JSON text in a string, Fn::Sub or Fn::Join."),
        example: "it has no States object");

    public static readonly DiagnosticKind<string> UnknownTask = new(
        "DD513", Warning,
        state => new(
            $"State {state} gets no trace context, because its Resource is not known before the deployment.",
            "Write out Resource, or refer to a function in this template."),
        example: "ChargeCard");

    public static readonly DiagnosticKind<string, string> FieldIsNotAnObject = new(
        "DD514", Warning,
        (state, field) => new(
            $"State {state} gets no trace context, because its {field} is not written as an object.",
            "Write the value as an object with all its members."),
        example: ("ChargeCard", "Payload"));

    public static readonly DiagnosticKind<string, string> OwnContextKeys = new(
        "DD515", Warning,
        (state, field) => new(
            $"State {state} gets no trace context, because its {field} already has a key Execution, State or StateMachine.",
            "Rename that key, or set all three to the values of the context object ($$)."),
        example: ("ChargeCard", "Payload"));

    public static readonly DiagnosticKind<string, string> InputMayNotBeAnObject = new(
        "DD516", Warning,
        (state, field) => new(
            $"State {state} gets no trace context, because its {field} is the whole input, which may not be an object here. "
                + "Merging the trace context into an array or a text would fail at run time.",
            "Write the value as an object with all its members, or make the input an object (without InputPath or OutputPath, "
                + "with ItemSelector, ResultSelector or a ResultPath such as $.result)."),
        example: ("ChargeCard", "Payload.$"));

    public static readonly DiagnosticKind<string> BatchesNotTraced = new(
        "DD517", Warning,
        state => new(
            $"The executions that the distributed Map {state} starts are not linked to its trace, because that needs "
                + "JSONata and an ItemBatcher.",
            "Set QueryLanguage to JSONata and add an ItemBatcher; MaxItemsPerBatch may be 1."),
        example: "ShipItems");

    public static readonly DiagnosticKind<string, string> StatesElsewhere = new(
        "DD518", Warning,
        (file, states) => new(
            $"The definition is in {file}, which the macro cannot read in a deployment, so these states get no trace context: {states}.",
            InlineRemedy),
        example: ("statemachine/orders.asl.json", "ChargeCard, ShipItems"));

    public static readonly ConstantDiagnosticKind DefinitionIncluded = new(
        "DD519", Warning,
        "The definition is included from a file with AWS::Include. A deployment includes it before it runs the macro, so the states get "
            + "the trace context there, but not in this result.",
        "To see the result, write the definition in the template.");

    public static readonly DiagnosticKind<string> TooManyAttributes = new(
        "DD520", Warning,
        state => new(
            $"State {state} gets no trace context, because its message has ten attributes already, the most that Amazon SQS allows.",
            "Combine two of the attributes, or move one to the body."),
        example: "NotifyShop");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        LoggingOverridden, StateMachineNotEditable, LogDeliveryRoleElsewhere, StateMachineTwoFilters, LogGroupNotEncrypted,
        DefinitionElsewhere, DefinitionUnreadable, UnknownTask, FieldIsNotAnObject, OwnContextKeys,
        InputMayNotBeAnObject, BatchesNotTraced, StatesElsewhere, DefinitionIncluded,
        TooManyAttributes,
    ];
}
