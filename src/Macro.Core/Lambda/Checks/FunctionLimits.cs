using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;

namespace Macro.Core.Lambda.Checks;

/// <summary>Checks Lambda's limits, which CloudFormation checks only during a deployment.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html,
/// https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html
/// </remarks>
internal static class FunctionLimits
{
    private const int MaxVariableBytes = 4096;
    private const int MaxTags = 50;

    /// <summary>The size of the shortest variable in JSON: <c>"AB":"",</c>.</summary>
    private const int MinVariableBytes = 8;

    /// <summary>Reports variables that exceed the limit by their number alone; returns whether they do not.</summary>
    public static bool AllowsVariables(int count, LambdaFunction function, DiagnosticBag diagnostics)
    {
        if (count * MinVariableBytes <= MaxVariableBytes) return true;
        diagnostics.Add(LimitDiagnostics.VariablesTooLarge.For(function.Target("Environment"), count * MinVariableBytes));
        return false;
    }

    /// <summary>Reports each limit that the instrumented function certainly exceeds.</summary>
    public static void Check(LambdaFunction function, DiagnosticBag diagnostics)
    {
        if (function.Layers.Count is var layers and > LayerList.MaxCount)
            diagnostics.Add(LimitDiagnostics.TooManyLayers.For(function.Target("Layers"), layers));
        if (function.Variables.MaxBytes > MaxVariableBytes && function.Variables.Bytes is var bytes and > MaxVariableBytes)
            diagnostics.Add(LimitDiagnostics.VariablesTooLarge.For(function.Target("Environment"), bytes));
        if (function.Tags.Count is var tags and > MaxTags)
            diagnostics.Add(LimitDiagnostics.TooManyTags.For(function.Target("Tags"), tags));
    }
}
