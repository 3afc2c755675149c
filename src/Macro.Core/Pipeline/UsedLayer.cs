namespace Macro.Core.Pipeline;

/// <summary>A layer version that instrumented functions use.</summary>
/// <param name="Name">Name of the layer, such as <c>Datadog-Extension</c>.</param>
/// <param name="Version">Its version, a decimal number.</param>
/// <param name="IsPinned">Whether the version is the release's own, because the settings name none.</param>
public sealed record UsedLayer(string Name, string Version, bool IsPinned);
