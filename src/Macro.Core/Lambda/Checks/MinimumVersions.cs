using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;

namespace Macro.Core.Lambda.Checks;

/// <summary>The first layer versions with a feature. A version that the settings do not show is assumed to be new enough.</summary>
/// <remarks>
/// Sources: https://github.com/DataDog/datadog-lambda-extension/releases, https://github.com/DataDog/datadog-lambda-js/releases,
/// https://github.com/DataDog/datadog-lambda-python/releases, https://docs.datadoghq.com/serverless/aws_lambda/lwa/
/// </remarks>
internal static class MinimumVersions
{
    /// <summary>The first version of the extension that authenticates by the function's role.</summary>
    public const int Keyless = 96;

    /// <summary>The first version of the extension that the Lambda Web Adapter can receive events from.</summary>
    public const int WebAdapter = 77;

    /// <summary>The first version of the extension for functions on managed instances.</summary>
    public const int ManagedInstances = 90;

    /// <summary>The first version of the extension that holds the logs of a durable function until it knows the execution.</summary>
    public const int DurableLogs = 99;

    private const string Extension = "Datadog-Extension";

    /// <summary>Whether the extension of a function may have a feature; reports a version that certainly has not.</summary>
    /// <param name="function">A function with the extension.</param>
    /// <param name="minimum">The first version with the feature.</param>
    /// <param name="feature">The feature, as the subject of a sentence.</param>
    /// <param name="context">Receives the diagnostic.</param>
    public static bool ExtensionHas(LambdaFunction function, int minimum, string feature, InstrumentationContext context) =>
        Has(LayerVersion.KnownExtension(function.Config), minimum, Extension, function, feature, context);

    /// <summary>Whether the library layer of a function may have a feature; reports a version that certainly has not.</summary>
    public static bool LibraryHas(LambdaFunction function, int minimum, string feature, InstrumentationContext context) =>
        Has(
            LayerVersion.KnownLibrary(function.Config, function.Runtime.Language!), minimum, function.Runtime.LayerName!, function, feature,
            context);

    private static bool Has(
        int? version, int minimum, string layer, LambdaFunction function, string feature, InstrumentationContext context)
    {
        if (function.IsImage || version is not { } known || known >= minimum) return true;
        context.Diagnostics.Add(FeatureDiagnostics.VersionTooOld.For(
            new ResourceTarget(function.LogicalId), feature, $"version {minimum} of the layer {layer}", known));
        return false;
    }
}
