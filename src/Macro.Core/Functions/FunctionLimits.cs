using System.Text;
using Macro.Core.Diagnostics;
using Macro.Core.Templates;

namespace Macro.Core.Functions;

/// <summary>Lambda's limits, which CloudFormation would meet only in the middle of a deployment.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html, https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html</remarks>
internal static class FunctionLimits
{
    private const int MostVariableBytes = 4096;
    private const int MostTags = 50;

    /// <summary>Reports each limit that the function, as it is instrumented, is certain to exceed.</summary>
    public static void Check(LambdaFunction function, DiagnosticBag diagnostics)
    {
        if (function.Layers.Count is var layers and > LayerList.Most) diagnostics.Add(DiagnosticCatalog.TooManyLayers, function.LogicalId, layers);
        if (function.Variables.Branches.Max(branch => Bytes(function.Variables.Present(branch))) is var bytes and > MostVariableBytes) diagnostics.Add(DiagnosticCatalog.VariablesTooLarge, function.LogicalId, bytes);
        if (function.Tags.Count is var tags and > MostTags) diagnostics.Add(DiagnosticCatalog.TooManyTags, function.LogicalId, tags);
    }

    /// <summary>A lower bound: of an expression only the variable's name counts.</summary>
    private static int Bytes(IEnumerable<KeyValuePair<string, Node>> variables)
    {
        var bytes = 0;
        foreach (var (name, value) in variables) bytes += Encoding.UTF8.GetByteCount(name) + ((value as ScalarNode)?.Spelling is { } text ? Encoding.UTF8.GetByteCount(text) : 0);
        return bytes;
    }
}
