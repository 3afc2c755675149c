using Macro.Core.Configuration;

namespace Macro.Core.Lambda.Languages;

/// <summary>A language that Datadog has a tracing library for; <see cref="LanguageCatalog"/> lists them.</summary>
/// <param name="Name">Its display name.</param>
/// <param name="RuntimeFamily">The prefix of its Lambda runtime identifiers.</param>
internal sealed record Language(string Name, string RuntimeFamily)
{
    /// <summary>The parameter that gives the version of its library layer.</summary>
    public required Parameter LayerVersion { get; init; }

    /// <summary>The version of this release; see <see cref="PinnedLayers"/>.</summary>
    public required Setting PinnedVersion { get; init; }

    /// <summary>The parameter that gives a layer version ARN instead.</summary>
    public required Parameter LayerArn { get; init; }

    /// <summary>How the library is loaded before the function's own code.</summary>
    public required InstrumentationMode Mode { get; init; }

    /// <summary>The handler in the library's layer; null unless <see cref="Mode"/> is <see cref="InstrumentationMode.Handler"/>.</summary>
    public string? LayerHandler { get; init; }

    /// <summary>The handler for a function whose package contains the library; null like <see cref="LayerHandler"/>.</summary>
    public string? PackageHandler { get; init; }

    /// <summary>The ranges of runtime versions that have a library.</summary>
    public required RuntimeRange[] Runtimes { get; init; }

    /// <summary>Name of the library's layer on x86_64 for a runtime version.</summary>
    public required Func<RuntimeVersion, string> LayerName { get; init; }

    /// <summary>How the layer for arm64 is named.</summary>
    public required ArmLayer ArmLayer { get; init; }

    /// <summary>The first runtime version with a layer for arm64; by default all have one.</summary>
    public (int Major, int Minor) FirstArmVersion { get; init; }

    /// <summary>The first layer version whose tracer supports App and API Protection; null when none does.</summary>
    /// <remarks>Source: https://docs.datadoghq.com/security/application_security/setup/aws/lambda/</remarks>
    public int? FirstLayerWithAppSecInTracer { get; init; }

    /// <summary>The first layer version that traces durable functions; null when none does.</summary>
    /// <remarks>Source: https://docs.datadoghq.com/serverless/aws_lambda/durable_functions/</remarks>
    public int? FirstLayerWithDurableFunctions { get; init; }

    /// <summary>The library's layer on arm64 for a runtime version; null when none is published.</summary>
    public string? ArmLayerName(RuntimeVersion version)
    {
        if ((version.Major, version.Minor).CompareTo(FirstArmVersion) < 0) return null;
        return ArmLayer == ArmLayer.SameName ? LayerName(version) : $"{LayerName(version)}-ARM";
    }
}

/// <summary>How a layer for arm64 is named.</summary>
internal enum ArmLayer
{
    /// <summary>One layer serves both architectures.</summary>
    SameName,

    /// <summary>The name ends in <c>-ARM</c>.</summary>
    OwnName,
}
