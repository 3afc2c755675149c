using Macro.Core.ApiGateway.Stages;
using Macro.Core.ApiGateway.Steps;
using Macro.Core.Pipeline;

namespace Macro.Core.ApiGateway;

/// <summary>Instruments the stages of API Gateway.</summary>
internal sealed class ApiStageInstrumenter(InstrumentationContext context) : IResourceInstrumenter
{
    private static readonly ResourceKind Kind = new("API stage", "API stages", [ChangeKind.Logging, ChangeKind.Tracing]);

    private readonly StepSequence<ApiStage> _steps = new(new EnableTracing(), new ForwardLogs());
    private readonly List<ApiStage> _stages = [];

    public IReadOnlyList<FoundResource> Find()
    {
        var found = new List<FoundResource>();
        foreach (var stage in new ApiStageFinder(context).Find())
        {
            _stages.Add(stage);
            if (stage.IsChanged(context.Config))
                found.Add(new FoundResource(stage.LogicalId, stage.Resource.Type, Kind, Description: null, IsInstrumented: true));
        }
        return found;
    }

    /// <summary>Nothing to check.</summary>
    public void Validate() { }

    public void Instrument()
    {
        foreach (var stage in _stages) _steps.Apply(stage, stage.LogicalId, context);
    }

    /// <summary>Nothing to add: the logs are subscribed together with those of functions.</summary>
    public void Complete() { }

    public void Revert()
    {
        foreach (var stage in _stages) _steps.Revert(stage, stage.LogicalId, context);
    }
}
