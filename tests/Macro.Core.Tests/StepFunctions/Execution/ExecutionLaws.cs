using System.Text.Json.Nodes;
using FsCheck.Fluent;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>
/// The trace context breaks no execution: one that succeeded without it succeeds with it, with the same output and the same calls apart
/// from the context.
/// </summary>
public sealed class ExecutionLaws
{
    [Fact]
    public void Inject_AnyDefinition_ChangesNoExecutionThatSucceeded() => Law.Holds(WorkflowCase.Cases, workflow =>
    {
        var (before, after) = (workflow.Before, workflow.After());
        foreach (var input in WorkflowCase.Inputs)
        {
            var expected = Interpreter.Run(before, JsonNode.Parse(input), workflow.Results);
            if (expected.Output is null) continue;
            var actual = Interpreter.Run(after, JsonNode.Parse(input), workflow.Results);
            actual.Failure.ShouldBeNull($"of the input {input}\nafter {after.ToJsonString()}");
            actual.Output.ShouldBe(expected.Output, $"the output of {input}\nafter {after.ToJsonString()}");
            actual.Calls.ShouldBe(expected.Calls, $"the calls of {input}\nafter {after.ToJsonString()}");
        }
    });

    /// <summary>The law above is worth something only if its cases run, and if the macro edits them.</summary>
    [Fact]
    public void Cases_Together_SucceedFailAndAreEdited()
    {
        var cases = WorkflowCase.Cases.Sample(400);

        var succeeded = cases.Count(workflow => Interpreter.Run(workflow.Before, JsonNode.Parse(WorkflowCase.Inputs[1]), workflow.Results)
            is { Output: not null, Calls.Count: > 0 });
        var texts = cases.Select(workflow => workflow.After().ToJsonString()).ToList();

        succeeded.ShouldBeInRange(40, 380);
        texts.Count(text => text.Contains("States.JsonMerge", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
        texts.Count(text => text.Contains("\"Payload.$\":\"$\"", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
        texts.Count(text => text.Contains("_datadog", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
    }
}
