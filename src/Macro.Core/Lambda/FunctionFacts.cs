using Macro.Core.Lambda.Languages;

namespace Macro.Core.Lambda;

/// <summary>What a function's configuration says about its instrumentation, for hosts that list deployed functions.</summary>
public static class FunctionFacts
{
    /// <summary>
    /// Whether the runtime can be instrumented: Datadog has a library for it, or it is a custom runtime, for which the extension suffices.
    /// </summary>
    /// <param name="runtime">The identifier, such as <c>python3.13</c>.</param>
    public static bool IsSupported(string runtime)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        return runtime.StartsWith("provided", StringComparison.Ordinal) || Languages.Runtime.Parse(runtime).Language is not null;
    }

    /// <summary>Whether a layer version is one of Datadog's, by its name.</summary>
    /// <param name="layerVersionArn">The ARN.</param>
    public static bool IsDatadogLayer(string layerVersionArn) => LanguageCatalog.IsDatadogLayer(LayerArn.Name(layerVersionArn));

    /// <summary>Whether a handler is one of Datadog's, so that the function is already redirected.</summary>
    /// <param name="handler">The handler; null for none.</param>
    public static bool IsDatadogHandler(string? handler) => LanguageCatalog.IsDatadogHandler(handler);
}
