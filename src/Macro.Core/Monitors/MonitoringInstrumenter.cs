using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;

namespace Macro.Core.Monitors;

/// <summary>Adds what belongs to the stack as a whole: monitors, and a link to Datadog.</summary>
internal sealed class MonitoringInstrumenter(InstrumentationContext context) : IResourceInstrumenter
{
    private readonly List<MonitorDefinition> _monitors = [];

    /// <summary>Finds nothing, since no resource of the user's is changed.</summary>
    public IReadOnlyList<FoundResource> Find() => [];

    public void Validate()
    {
        var known = new HashSet<string>();
        var number = 0;
        foreach (var item in context.Config.Nodes(ParameterCatalog.Monitors))
        {
            number++;
            var monitor = MonitorDefinition.From(item);
            var problem = monitor.FindProblem() ?? (known.Add(monitor.Id) ? null : $"{monitor.Id} is listed twice");
            if (problem is null) _monitors.Add(monitor);
            else context.Diagnostics.Add(ForwardingDiagnostics.InvalidMonitor.For(ParameterCatalog.Monitors.Target, number, problem));
        }
    }

    /// <summary>Nothing to change.</summary>
    public void Instrument() { }

    public void Complete()
    {
        foreach (var monitor in _monitors)
        {
            var logicalId = MonitorResource.LogicalIdOf(monitor.Id);
            context.AddOrUpdate(logicalId, MonitorResource.Create(monitor, context.Config), IsMonitor);
        }
        if (context.Config.IsTrue(ParameterCatalog.AddOutputs)) FunctionsLink.Add(context);
    }

    public void Revert()
    {
        var monitors = context.Template.Resources.Where(resource => IsMonitor(resource) && context.Additions.Owns(resource)).ToList();
        foreach (var monitor in monitors) context.Remove(monitor);
    }

    private static bool IsMonitor(Resource resource) => resource.Type == ResourceTypes.DatadogMonitor;
}
