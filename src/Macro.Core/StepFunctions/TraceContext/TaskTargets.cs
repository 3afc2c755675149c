using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.StepFunctions.Definitions;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Tells what a task starts by its field <c>Resource</c>.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html,
/// https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
/// </remarks>
internal sealed class TaskTargets(Definition definition, Evaluator evaluator, Template template)
{
    /// <summary>Stands for what only the deployment knows; no ARN has it.</summary>
    private const string Unknown = "?";

    private static readonly string[] FunctionTypes = ["AWS::Lambda::Function", "AWS::Serverless::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias"];

    public TaskTarget Of(Node? resource)
    {
        if (resource is null) return TaskTarget.Other;
        var parts = definition.PartsOf(resource) ?? [new TextPart("", resource)];
        var text = string.Concat(parts.Select(part => part.Value is null ? part.Source : evaluator.Text(part.Value) ?? Unknown));
        if (Arn.Parse(text) is { } arn) return OfArn(arn);
        return IsReference(text) ? OfReference(parts[0].Value) : TaskTarget.Other;
    }

    private static TaskTarget OfArn(Arn arn) =>
        IsIntegration(arn, "lambda:invoke") ? TaskTarget.LambdaInvoke
        : IsIntegration(arn, "states:startExecution") ? TaskTarget.StartExecution
        : arn.Service == "lambda" && arn.Resource.StartsWith("function:", StringComparison.Ordinal) ? TaskTarget.Function
        : TaskTarget.Other;

    private TaskTarget OfReference(Node? reference)
    {
        if (template.Find(References.Target(reference)) is not { } resource) return TaskTarget.Unknown;
        if (FunctionTypes.Contains(resource.Type)) return TaskTarget.Function;
        return resource.Type == "AWS::StepFunctions::Activity" ? TaskTarget.Other : TaskTarget.Unknown;
    }

    /// <summary>An integration by its service and action, in any partition; what follows a dot says how to wait for it.</summary>
    private static bool IsIntegration(Arn arn, string action) =>
        arn is { Service: "states", Region: "", AccountId: "" } && (arn.Resource == action || arn.Resource.StartsWith(action + ".", StringComparison.Ordinal));

    /// <summary>One expression as a whole, or with the qualifier of a function after it.</summary>
    private static bool IsReference(string text) => text == Unknown || text.StartsWith(Unknown + ":", StringComparison.Ordinal)
        && text[(Unknown.Length + 1)..].Replace(Unknown, "", StringComparison.Ordinal) is var qualifier && Arn.IsName(qualifier);
}
