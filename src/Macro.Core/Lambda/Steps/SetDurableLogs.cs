using Macro.Core.Lambda.Checks;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Makes the extension hold the logs of a durable function until it knows the execution that they belong to.</summary>
/// <remarks>Source: https://github.com/DataDog/datadog-lambda-extension/releases/tag/v100</remarks>
internal sealed class SetDurableLogs : IInstrumentationStep<LambdaFunction>
{
    public static readonly MemberName Variable = "DD_LAMBDA_DURABLE_FUNCTION_LOG_BUFFER_SIZE";

    public void Apply(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (function.IsDurable && function.Config.HasExtension
            && MinimumVersions.ExtensionHas(function, MinimumVersions.DurableLogs, "The log buffer of a durable function", context))
            function.Variables.SetIfAbsent(Variable, "5", memory);
    }

    public void Revert(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory) =>
        function.Variables.RemoveUnlessKept(Variable, memory);
}
