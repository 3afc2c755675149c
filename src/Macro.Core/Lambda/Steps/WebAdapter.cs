using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Checks;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>
/// Lets the Lambda Web Adapter receive events through the extension, which traces them. Without an extension that listens there, the
/// adapter would receive nothing.
/// </summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/aws_lambda/lwa/</remarks>
internal static class WebAdapter
{
    public static readonly MemberName[] Variables =
        ["AWS_LWA_LAMBDA_RUNTIME_API_PROXY", "DD_TRACE_PARTIAL_FLUSH_MIN_SPANS", "DD_TRACE_PARTIAL_FLUSH_ENABLED"];

    private static readonly Node[] Values = [new ScalarNode("127.0.0.1:9002"), new ScalarNode("1"), new ScalarNode("false")];

    public static void Set(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!function.Config.HasExtension)
            context.Diagnostics.Add(FeatureDiagnostics.WebAdapterWithoutExtension.For(new ResourceTarget(function.LogicalId)));
        else if (MinimumVersions.ExtensionHas(function, MinimumVersions.WebAdapter, "The Lambda Web Adapter", context))
        {
            for (var i = 0; i < Variables.Length; i++) function.Variables.SetIfAbsent(Variables[i], Values[i], memory);
        }
    }

    public static void Remove(LambdaFunction function, InstrumentationMemory memory)
    {
        foreach (var name in Variables) function.Variables.RemoveUnlessKept(name, memory);
    }
}
