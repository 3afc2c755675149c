using Macro.Core.Configuration;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;

namespace Macro.Core.Lambda.Checks;

/// <summary>Reports layer versions that are too old for what a function and its settings ask for.</summary>
internal static class FeatureRules
{
    public static void Check(LambdaFunction function, InstrumentationContext context)
    {
        if (function.Config.HasExtension)
        {
            if (function.Config.IsSet(ParameterCatalog.OrgUuid))
                MinimumVersions.ExtensionHas(function, MinimumVersions.Keyless, "Keyless authentication", context);
            if (function.Property("CapacityProviderConfig"u8) is not null)
                MinimumVersions.ExtensionHas(function, MinimumVersions.ManagedInstances, "A function on managed instances", context);
        }
        if (function.Config.Text(ParameterCatalog.AppSecMode) == "tracer"
            && function.Runtime.Language?.FirstLayerWithAppSecInTracer is { } appSec)
            MinimumVersions.LibraryHas(function, appSec, "App and API Protection in the tracer", context);
        if (function.IsDurable && function.Runtime.Language?.FirstLayerWithDurableFunctions is { } durable)
            MinimumVersions.LibraryHas(function, durable, "The trace of a durable function", context);
    }
}
