using Macro.Core.Lambda.Checks;
using Macro.Core.Lambda.Functions;
using Macro.Core.Lambda.Steps;
using Macro.Core.LogForwarding;
using Macro.Core.Pipeline;

namespace Macro.Core.Lambda;

/// <summary>Instruments Lambda functions.</summary>
internal sealed class LambdaInstrumenter(InstrumentationContext context) : IResourceInstrumenter
{
    private static readonly ResourceKind Kind = new("function", "functions", [ChangeKind.Layer, ChangeKind.Handler]);

    /// <summary>
    /// The order matters: the user's own variables are set first, since a variable that exists is not replaced; the handler is redirected
    /// after all variables, since that may replace one of them.
    /// </summary>
    private readonly StepSequence<LambdaFunction> _steps = new(
        new AddLayers(), new AllowSigner(), new SetVariables(context), new SetDurableLogs(), new AppendGitTags(), new SetAppSec(),
        new SetTracing(), new RedirectHandler(), new AddTags(), new DenyLogs());

    private readonly ApiKeyAccess _keyAccess = new(context);
    private readonly List<LambdaFunction> _functions = [];

    public IReadOnlyList<FoundResource> Find()
    {
        var finder = new FunctionFinder(context);
        var found = new List<FoundResource>();
        foreach (var (resource, function, skip) in finder.Find())
        {
            if (function is not null) _functions.Add(function);
            var description = context.Journal.IsRecording ? finder.Describe(resource) : null;
            found.Add(new FoundResource(resource.LogicalId, resource.Type, Kind, description, IsInstrumented: function is not null)
            {
                SkipReason = skip?.Code,
            });
        }
        return found;
    }

    public void Validate() => FunctionRules.Check(_functions, context);

    public void Instrument()
    {
        foreach (var function in _functions)
        {
            _steps.Apply(function, function.LogicalId, context);
            FunctionLimits.Check(function, context.Diagnostics);
        }
    }

    public void Complete()
    {
        _keyAccess.Grant(_functions);
        var forwarding = _functions.Where(function => function.Config.ForwardsFunctionLogs);
        LogSubscriptions.Add(forwarding.Select(function => function.Resource), context);
        RepublishedVersions.Publish(_functions, context);
    }

    public void Revert()
    {
        RepublishedVersions.Revert(context);
        LogSubscriptions.Remove(context);
        foreach (var function in _functions)
        {
            _keyAccess.Revoke(context.Journal.MemoryOf(function.LogicalId));
            _steps.Revert(function, function.LogicalId, context);
        }
    }
}
