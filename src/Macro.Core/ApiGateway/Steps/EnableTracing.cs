using Macro.Core.ApiGateway.Stages;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.ApiGateway.Steps;

/// <summary>Enables X-Ray traces of REST APIs. An expression of the user's stays.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enabling-xray.html</remarks>
internal sealed class EnableTracing : IInstrumentationStep<ApiStage>
{
    private const string Previous = "tracing";
    private const string None = "none";
    private static readonly MemberName TracingEnabled = "TracingEnabled";

    public void Apply(ApiStage stage, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!stage.HasTracing || !stage.Config.IsTrue(ParameterCatalog.EnableApiXrayTracing)) return;
        if (stage.Setting(TracingEnabled.Utf8) is { } inherited && !IsFalse(inherited)) return;
        memory.Remember(Previous, stage.OwnSetting(TracingEnabled.Utf8)?.ToString() ?? None);
        stage.Set(ChangeKind.Tracing, TracingEnabled, ScalarNode.FromJson("true"));
    }

    public void Revert(ApiStage stage, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.Recall(Previous) is not { } previous) return;
        stage.Set(ChangeKind.Tracing, TracingEnabled, previous == None ? null : ScalarNode.FromJson(previous));
        stage.RemoveEmptyDescription();
    }

    private static bool IsFalse(Node value) => value is ScalarNode { Spelling: "false" };
}
