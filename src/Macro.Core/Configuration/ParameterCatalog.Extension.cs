using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>The Datadog extension.</content>
public static partial class ParameterCatalog
{
    internal static readonly Parameter ExtensionLayerVersion = new(
        "extensionLayerVersion", Number,
        "Version of the layer Datadog-Extension; turns the extension on.")
    {
        Minimum = 1,
        ProcessVariable = "DD_MACRO_EXTENSION_LAYER_VERSION",
        PerResource = true,
        Replaces = ["extensionLayerArn", "forwarderArn"],
    };

    internal static readonly Parameter ExtensionLayerArn = new(
        "extensionLayerArn", Text,
        "Layer version ARN of the extension, instead of a version; turns the extension on.")
    {
        ProcessVariable = "DD_MACRO_EXTENSION_LAYER_ARN",
        PerResource = true,
        Replaces = ["extensionLayerVersion", "forwarderArn"],
    };

    internal static readonly Parameter AddExtension = new(
        "addExtension", Flag,
        "Whether the Datadog extension is added. Default: true if its version or ARN is set.")
    {
        ProcessVariable = "DD_MACRO_ADD_EXTENSION",
        PerResource = true,
        Replaces = ["forwarderArn"],
    };
}
