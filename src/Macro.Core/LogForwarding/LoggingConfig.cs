using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>A value of a function's <c>LoggingConfig.LogGroup</c>, and when it applies.</summary>
/// <param name="Name">The name of the log group; null for the function's own group.</param>
/// <param name="When">The conditions that decide for this value.</param>
internal sealed record LogGroupChoice(Node? Name, Guard? When)
{
    /// <summary>The value of a function that sets no log group.</summary>
    public static readonly IReadOnlyList<LogGroupChoice> Own = [new(null, null)];
}

/// <summary>Reads a function's property <c>LoggingConfig</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-loggingconfig.html
/// </remarks>
internal sealed class LoggingConfig(Evaluator evaluator)
{
    /// <summary>The maximum number of <c>Fn::If</c> that decide for the log group of one function.</summary>
    public const int MaxConditions = 16;

    /// <summary>
    /// The values of <c>LogGroup</c>: one, unless it depends on conditions that cannot be evaluated. One that depends on more than
    /// <see cref="MaxConditions"/> is a single value, the expression.
    /// </summary>
    /// <param name="properties">The function's properties, or those in SAM's <c>Globals</c>.</param>
    /// <param name="standard">The default; also used for a branch of <c>Fn::If</c> that sets none.</param>
    /// <param name="condition">The condition of the function; null for none.</param>
    public IReadOnlyList<LogGroupChoice> Read(ObjectNode? properties, IReadOnlyList<LogGroupChoice> standard, string? condition)
    {
        if (properties?["LoggingConfig"u8] is not { } config) return standard;
        var function = Guard.And(null, condition);
        var choices = new List<LogGroupChoice>();
        var steps = 0;
        return Walk(config, null, (node, when) => Walk((node as ObjectNode)?["LogGroup"u8], when, Add)) ? choices : [new(config, null)];

        bool Add(Node? name, Guard? when)
        {
            if (name is not null) choices.Add(new(name, when));
            else choices.AddRange(standard
                .Where(choice => !Guard.Excludes(when, choice.When) && !Guard.Excludes(function, choice.When))
                .Select(choice => choice with { When = Guard.And(when, choice.When) }));
            return choices.Count <= MaxConditions;
        }

        bool Walk(Node? node, Guard? when, Func<Node?, Guard?, bool> found)
        {
            if (Intrinsic.If(node) is not { } call || call[0].Text is not { } name)
                return found(Intrinsic.IsNoValue(node) ? null : node, when);
            if (++steps > MaxConditions) return false;
            var (truth, before) = (evaluator.Condition(name), choices.Count);
            if (!Branch(call[1], true) || !Branch(call[2], false)) return false;
            // The same in both branches does not depend on the condition.
            if (choices.Count == before + 2 && choices[before].Name is null && choices[before + 1].Name is null)
            {
                choices.RemoveAt(before + 1);
                choices[before] = new(null, when);
            }
            return true;

            bool Branch(Node branch, bool isMet) =>
                truth == !isMet || Guard.Excludes(when, name, isMet) || Guard.Excludes(function, name, isMet)
                    || Walk(
                        branch,
                        truth is null && Guard.And(function, name, isMet) != function ? Guard.And(when, name, isMet) : when,
                        found);
        }
    }
}
