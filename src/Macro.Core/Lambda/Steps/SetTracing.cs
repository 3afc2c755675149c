using Macro.Core.Configuration;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Enables Datadog tracing, X-Ray tracing or both; with both, Datadog merges the X-Ray traces into its own.</summary>
internal sealed class SetTracing : IInstrumentationStep<LambdaFunction>
{
    private const string Active = "Active";
    private const string PreviousMode = "tracing";
    private const string NoMode = "none";
    private static readonly Node True = new ScalarNode("true").Freeze();
    private static readonly Node False = new ScalarNode("false").Freeze();
    public static readonly MemberName MergeXrayTraces = "DD_MERGE_XRAY_TRACES";

    public void Apply(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        var hasXray = function.Config.IsTrue(ParameterCatalog.EnableXrayTracing);
        if (function.Config.HasTracing && !function.Config.IsSet(ParameterCatalog.EnableMergeXrayTraces))
            function.Variables.SetIfAbsent(MergeXrayTraces, hasXray ? True : False, memory);
        if (!hasXray) return;
        if (function.TracingMode != Active) memory.Remember(PreviousMode, function.TracingMode ?? NoMode);
        function.SetTracing(Active);
        XrayPermission.Grant(function, context, memory);
    }

    public void Revert(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        function.Variables.RemoveUnlessKept(MergeXrayTraces, memory);
        if (memory.Recall(PreviousMode) is { } mode && function.TracingMode == Active) function.SetTracing(mode == NoMode ? null : mode);
        XrayPermission.Revoke(context, memory);
    }
}
