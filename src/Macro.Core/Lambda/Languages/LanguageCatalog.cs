using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Lambda.Languages;

/// <summary>
/// The languages that Datadog has a tracing library for, as data: runtimes, layers, handlers, parameters. To support a new runtime family,
/// add an entry here and its parameters.
/// </summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html,
/// https://docs.datadoghq.com/serverless/libraries_integrations/,
/// https://docs.datadoghq.com/serverless/aws_lambda/installation/
/// </remarks>
internal static class LanguageCatalog
{
    public static readonly Language Python = new("Python", "python")
    {
        LayerVersion = PythonLayerVersion,
        PinnedVersion = LayerVersion.Pin(PythonLayerVersion, PinnedLayers.Python),
        LayerArn = PythonLayerArn,
        Mode = InstrumentationMode.Handler,
        LayerHandler = "datadog_lambda.handler.handler",
        PackageHandler = "datadog_lambda.handler.handler",
        Runtimes = [new(VersionShape.MajorMinor, (2, 7), (2, 7)), new(VersionShape.MajorMinor, (3, 6), (3, int.MaxValue))],
        LayerName = version => $"Datadog-Python{version.Major}{version.Minor}",
        ArmLayer = ArmLayer.OwnName,
        FirstArmVersion = (3, 8),
        FirstLayerWithAppSecInTracer = 114,
        FirstLayerWithDurableFunctions = 127,
    };

    public static readonly Language Node = new("Node.js", "nodejs")
    {
        LayerVersion = NodeLayerVersion,
        PinnedVersion = LayerVersion.Pin(NodeLayerVersion, PinnedLayers.Node),
        LayerArn = NodeLayerArn,
        Mode = InstrumentationMode.Handler,
        LayerHandler = "/opt/nodejs/node_modules/datadog-lambda-js/handler.handler",
        PackageHandler = "node_modules/datadog-lambda-js/dist/handler.handler",
        Runtimes = [new(VersionShape.MajorDotX, (12, 0), (int.MaxValue, 0))],
        LayerName = version => $"Datadog-Node{version.Major}-x",
        ArmLayer = ArmLayer.SameName,
        FirstLayerWithDurableFunctions = 142,
    };

    public static readonly Language Dotnet = new(".NET", "dotnet")
    {
        LayerVersion = DotnetLayerVersion,
        PinnedVersion = LayerVersion.Pin(DotnetLayerVersion, PinnedLayers.Dotnet),
        LayerArn = DotnetLayerArn,
        Mode = InstrumentationMode.ExecWrapper,
        Runtimes = [new(VersionShape.Major, (6, 0), (int.MaxValue, 0))],
        LayerName = _ => "dd-trace-dotnet",
        ArmLayer = ArmLayer.OwnName,
    };

    public static readonly Language Java = new("Java", "java")
    {
        LayerVersion = JavaLayerVersion,
        PinnedVersion = LayerVersion.Pin(JavaLayerVersion, PinnedLayers.Java),
        LayerArn = JavaLayerArn,
        Mode = InstrumentationMode.ExecWrapper,
        Runtimes = [new(VersionShape.Major, (8, 0), (int.MaxValue, 0)), new(VersionShape.MajorDotAl2, (8, 0), (int.MaxValue, 0))],
        LayerName = _ => "dd-trace-java",
        ArmLayer = ArmLayer.SameName,
    };

    public static readonly Language Ruby = new("Ruby", "ruby")
    {
        LayerVersion = RubyLayerVersion,
        PinnedVersion = LayerVersion.Pin(RubyLayerVersion, PinnedLayers.Ruby),
        LayerArn = RubyLayerArn,
        Mode = InstrumentationMode.Code,
        Runtimes = [new(VersionShape.MajorMinor, (3, 2), (int.MaxValue, int.MaxValue))],
        LayerName = version => $"Datadog-Ruby{version.Major}-{version.Minor}",
        ArmLayer = ArmLayer.OwnName,
    };

    /// <summary>All languages.</summary>
    public static readonly Language[] All = [Python, Node, Dotnet, Java, Ruby];

    /// <summary>Whether a handler is one of Datadog's, so the function is already redirected.</summary>
    public static bool IsDatadogHandler(string? handler)
    {
        if (handler is null) return false;
        foreach (var language in All)
        {
            if (handler == language.LayerHandler || handler == language.PackageHandler) return true;
        }
        return false;
    }

    /// <summary>Whether a layer's name is one of Datadog's: a library of any runtime version, or the extension.</summary>
    public static bool IsDatadogLayer(string layerName) =>
        layerName.StartsWith("Datadog-", StringComparison.Ordinal) || layerName.StartsWith("dd-trace-", StringComparison.Ordinal);
}
