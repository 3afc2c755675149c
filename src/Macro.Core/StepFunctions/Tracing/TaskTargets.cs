using System.Text.RegularExpressions;
using Macro.Core.StepFunctions.Definitions;
using Macro.Core.Templates;

namespace Macro.Core.StepFunctions.Tracing;

/// <summary>Tells what a task starts by its field <c>Resource</c>.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html,
/// https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
/// </remarks>
internal sealed partial class TaskTargets(Definition definition, Evaluator evaluator, Template template)
{
    /// <summary>Stands for what only the deployment knows; no ARN has it.</summary>
    private const string Unknown = "?";

    private static readonly string[] FunctionTypes = ["AWS::Lambda::Function", "AWS::Serverless::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias"];

    public TaskTarget Of(Node? resource)
    {
        if (resource is null) return TaskTarget.Other;
        var parts = definition.PartsOf(resource) ?? [new TextPart("", resource)];
        var arn = string.Concat(parts.Select(part => part.Value is null ? part.Source : evaluator.Text(part.Value) ?? Unknown));
        if (LambdaInvokePattern().IsMatch(arn)) return TaskTarget.LambdaInvoke;
        if (StartExecutionPattern().IsMatch(arn)) return TaskTarget.StartExecution;
        if (FunctionPattern().IsMatch(arn)) return TaskTarget.Function;
        return parts.Count > 0 && ReferencePattern().IsMatch(arn) ? OfReference(parts[0].Value) : TaskTarget.Other;
    }

    private TaskTarget OfReference(Node? reference)
    {
        if (template.Find(References.Target(reference)) is not { } resource) return TaskTarget.Unknown;
        if (FunctionTypes.Contains(resource.Type)) return TaskTarget.Function;
        return resource.Type == "AWS::StepFunctions::Activity" ? TaskTarget.Other : TaskTarget.Unknown;
    }

    [GeneratedRegex(@"^arn:[^:]+:states:::lambda:invoke(\.|\z)")]
    private static partial Regex LambdaInvokePattern();

    [GeneratedRegex(@"^arn:[^:]+:states:::states:startExecution(\.|\z)")]
    private static partial Regex StartExecutionPattern();

    [GeneratedRegex(@"^arn:[^:]+:lambda:[^:]*:[^:]*:function:")]
    private static partial Regex FunctionPattern();

    /// <summary>One expression as a whole, or with the qualifier of a function after it.</summary>
    [GeneratedRegex(@"^\?(:[A-Za-z0-9_$?-]+)?\z")]
    private static partial Regex ReferencePattern();
}
