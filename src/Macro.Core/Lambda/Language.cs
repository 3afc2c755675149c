using Macro.Core.Configuration;

namespace Macro.Core.Lambda;

/// <summary>A language that Datadog has a tracing library for.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="LayerVersion">The parameter that gives its library layer's version.</param>
/// <param name="LayerArn">The parameter that gives a layer version ARN instead.</param>
/// <param name="Mode">How the library is loaded before the function's own code.</param>
internal sealed record Language(string Name, Parameter LayerVersion, Parameter LayerArn, InstrumentationMode Mode)
{
    public static readonly Language Python =
        new("Python", ParameterCatalog.PythonLayerVersion, ParameterCatalog.PythonLayerArn, InstrumentationMode.Handler);

    public static readonly Language Node =
        new("Node.js", ParameterCatalog.NodeLayerVersion, ParameterCatalog.NodeLayerArn, InstrumentationMode.Handler);

    public static readonly Language Dotnet =
        new(".NET", ParameterCatalog.DotnetLayerVersion, ParameterCatalog.DotnetLayerArn, InstrumentationMode.ExecWrapper);

    public static readonly Language Java =
        new("Java", ParameterCatalog.JavaLayerVersion, ParameterCatalog.JavaLayerArn, InstrumentationMode.ExecWrapper);

    public static readonly Language Ruby =
        new("Ruby", ParameterCatalog.RubyLayerVersion, ParameterCatalog.RubyLayerArn, InstrumentationMode.Code);
}
