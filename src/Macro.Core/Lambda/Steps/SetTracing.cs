using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Turns Datadog's tracing, X-Ray, or both on; in the last case Datadog merges X-Ray's traces into its own.</summary>
internal sealed class SetTracing : IFunctionStep
{
    private static readonly MemberName MergeXrayTraces = "DD_MERGE_XRAY_TRACES";
    private readonly XrayPermission _xrayPermission = new();

    public void Apply(LambdaFunction function, InstrumentationContext context)
    {
        var hasXray = function.Config.IsTrue(ParameterCatalog.EnableXrayTracing);
        if (function.Config.HasTracing) function.Variables.SetIfAbsent(MergeXrayTraces, hasXray ? "true" : "false");
        if (!hasXray) return;
        function.ActivateTracing();
        _xrayPermission.Grant(function, context);
    }
}
