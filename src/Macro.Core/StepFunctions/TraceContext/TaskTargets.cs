using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.StepFunctions.Definitions;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Determines what a task starts, from the task's field <c>Resource</c>.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html,
/// https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
/// </remarks>
internal sealed class TaskTargets(Definition definition, Evaluator evaluator, Template template)
{
    /// <summary>Placeholder for a text that is unknown until the deployment; it does not occur in ARNs.</summary>
    private const string Unknown = "?";

    private static readonly string[] FunctionTypes =
        [ResourceTypes.LambdaFunction, ResourceTypes.ServerlessFunction, ResourceTypes.LambdaVersion, ResourceTypes.LambdaAlias];

    /// <summary>Finds the target of a task.</summary>
    /// <param name="resource">The task's field <c>Resource</c>; null when it has none.</param>
    public TaskTarget Find(Node? resource)
    {
        if (resource is null) return TaskTarget.Other;
        var parts = PartsOf(resource);
        var text = TextOf(parts);
        if (Arn.Parse(text) is { } arn) return FromArn(arn);
        return IsReference(text) ? FromReference(parts[0].Value) : TaskTarget.Other;
    }

    /// <summary>
    /// Whether the result of a task is surely an object, as a service's response is. A function, an activity, and whoever returns a task
    /// token may return any value.
    /// </summary>
    /// <param name="resource">The task's field <c>Resource</c>; null when it has none.</param>
    public bool ReturnsObject(Node? resource) => resource is not null
        && Arn.Parse(TextOf(PartsOf(resource))) is { Service: "states", Region: "", AccountId: "", Resource: var action }
        && !action.Contains(Unknown, StringComparison.Ordinal) && !action.EndsWith(".waitForTaskToken", StringComparison.Ordinal);

    private IReadOnlyList<TextPart> PartsOf(Node resource) => definition.PartsOf(resource) ?? [new TextPart("", resource)];

    private string TextOf(IReadOnlyList<TextPart> parts) =>
        string.Concat(parts.Select(part => part.Value is null ? part.Source : evaluator.Text(part.Value) ?? Unknown));

    private static TaskTarget FromArn(Arn arn) =>
        IsIntegration(arn, "lambda:invoke") ? TaskTarget.LambdaInvoke
        : IsIntegration(arn, "states:startExecution") ? TaskTarget.StartExecution
        : IsIntegration(arn, "sqs:sendMessage") || IsIntegration(arn, "sns:publish") ? TaskTarget.Message
        : IsIntegration(arn, "events:putEvents") ? TaskTarget.Events
        : arn.Service == "lambda" && arn.Resource.StartsWith("function:", StringComparison.Ordinal) ? TaskTarget.Function
        : TaskTarget.Other;

    private TaskTarget FromReference(Node? reference)
    {
        if (template.Find(References.Target(reference)) is not { } resource) return TaskTarget.Unknown;
        if (FunctionTypes.Contains(resource.Type)) return TaskTarget.Function;
        return resource.Type == ResourceTypes.Activity ? TaskTarget.Other : TaskTarget.Unknown;
    }

    /// <summary>Whether the ARN is an integration with this action. A suffix after a dot is the integration pattern.</summary>
    private static bool IsIntegration(Arn arn, string action) =>
        arn is { Service: "states", Region: "", AccountId: "" }
        && (arn.Resource == action || arn.Resource.StartsWith(action + ".", StringComparison.Ordinal));

    /// <summary>Whether the text is one expression, optionally followed by the qualifier of a function.</summary>
    private static bool IsReference(string text) => text == Unknown || text.StartsWith(Unknown + ":", StringComparison.Ordinal)
        && text[(Unknown.Length + 1)..].Replace(Unknown, "", StringComparison.Ordinal) is var qualifier && Arn.IsName(qualifier);
}
