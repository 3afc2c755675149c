using System.Collections.Immutable;
using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>Layers of the tracing libraries and of the extension.</content>
public static partial class ParameterCatalog
{
    private static readonly ImmutableArray<string> LibraryLayers =
    [
        "pythonLayerVersion", "nodeLayerVersion", "dotnetLayerVersion", "javaLayerVersion", "rubyLayerVersion",
        "pythonLayerArn", "nodeLayerArn", "dotnetLayerArn", "javaLayerArn", "rubyLayerArn",
    ];

    internal static readonly Parameter AddLayers = new(
        "addLayers", Flag,
        "Whether the tracing library is added as a layer; set it to false if your packages contain the library.")
    {
        Default = "true",
        ProcessVariable = "DD_MACRO_ADD_LAYERS",
        PerResource = true,
    };

    internal static readonly Parameter LayerVersion = new(
        "layerVersion", Number,
        "Version of the tracing library's layer, if all functions of the template use the same language.")
    {
        Minimum = 1,
        ProcessVariable = "DD_MACRO_LAYER_VERSION",
        PerResource = true,
        Replaces = LibraryLayers,
    };

    internal static readonly Parameter PythonLayerVersion = new("pythonLayerVersion", Number, "Version of Datadog's layers for Python.")
    {
        Minimum = 1,
        ProcessVariable = "DD_MACRO_PYTHON_LAYER_VERSION",
        PerResource = true,
        Replaces = ["pythonLayerArn"],
    };

    internal static readonly Parameter NodeLayerVersion = new("nodeLayerVersion", Number, "Version of Datadog's layers for Node.js.")
    {
        Minimum = 1,
        ProcessVariable = "DD_MACRO_NODE_LAYER_VERSION",
        PerResource = true,
        Replaces = ["nodeLayerArn"],
    };

    internal static readonly Parameter DotnetLayerVersion = new("dotnetLayerVersion", Number, "Version of the layer dd-trace-dotnet.")
    {
        Minimum = 1,
        ProcessVariable = "DD_MACRO_DOTNET_LAYER_VERSION",
        PerResource = true,
        Replaces = ["dotnetLayerArn"],
    };

    internal static readonly Parameter JavaLayerVersion = new("javaLayerVersion", Number, "Version of the layer dd-trace-java.")
    {
        Minimum = 1,
        ProcessVariable = "DD_MACRO_JAVA_LAYER_VERSION",
        PerResource = true,
        Replaces = ["javaLayerArn"],
    };

    internal static readonly Parameter RubyLayerVersion = new("rubyLayerVersion", Number, "Version of Datadog's layers for Ruby.")
    {
        Minimum = 1,
        ProcessVariable = "DD_MACRO_RUBY_LAYER_VERSION",
        PerResource = true,
        Replaces = ["rubyLayerArn"],
    };

    internal static readonly Parameter PythonLayerArn = new(
        "pythonLayerArn", Text,
        "Layer version ARN of the Python library, instead of a version.")
    {
        ProcessVariable = "DD_MACRO_PYTHON_LAYER_ARN",
        PerResource = true,
        Replaces = ["pythonLayerVersion"],
    };

    internal static readonly Parameter NodeLayerArn = new(
        "nodeLayerArn", Text,
        "Layer version ARN of the Node.js library, instead of a version.")
    {
        ProcessVariable = "DD_MACRO_NODE_LAYER_ARN",
        PerResource = true,
        Replaces = ["nodeLayerVersion"],
    };

    internal static readonly Parameter DotnetLayerArn = new(
        "dotnetLayerArn", Text,
        "Layer version ARN of the .NET library, instead of a version.")
    {
        ProcessVariable = "DD_MACRO_DOTNET_LAYER_ARN",
        PerResource = true,
        Replaces = ["dotnetLayerVersion"],
    };

    internal static readonly Parameter JavaLayerArn = new(
        "javaLayerArn", Text,
        "Layer version ARN of the Java library, instead of a version.")
    {
        ProcessVariable = "DD_MACRO_JAVA_LAYER_ARN",
        PerResource = true,
        Replaces = ["javaLayerVersion"],
    };

    internal static readonly Parameter RubyLayerArn = new(
        "rubyLayerArn", Text,
        "Layer version ARN of the Ruby library, instead of a version.")
    {
        ProcessVariable = "DD_MACRO_RUBY_LAYER_ARN",
        PerResource = true,
        Replaces = ["rubyLayerVersion"],
    };

    internal static readonly Parameter PinnedLayerVersions = new(
        "pinnedLayerVersions", Flag,
        "Whether layers whose version is not set get the version of this release. It never applies to layers of layersAccountId.")
    {
        Default = "true",
        ProcessVariable = "DD_MACRO_PINNED_LAYER_VERSIONS",
        PerResource = true,
    };

    internal static readonly Parameter LayersAccountId = new(
        "layersAccountId", Text,
        "Account that publishes the layers, if it is not Datadog's.")
    {
        OtherSpellings = ["useLayersFromAccount"],
        MustBeKnown = true,
        ProcessVariable = "DD_MACRO_LAYERS_ACCOUNT_ID",
    };
}
