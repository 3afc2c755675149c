using Macro.Core.Config;

namespace Macro.Core.Functions;

/// <summary>A language that Datadog has a tracing library for.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="LayerVersion">The parameter that gives its library layer's version.</param>
/// <param name="LayerArn">The parameter that gives a layer version ARN instead.</param>
/// <param name="StartsBy">How the library comes in before the function's own code.</param>
internal sealed record Language(string Name, Parameter LayerVersion, Parameter LayerArn, Language.Start StartsBy)
{
    /// <summary>How a library comes in before the function's own code.</summary>
    internal enum Start
    {
        /// <summary>A handler of the library calls the function's handler.</summary>
        Handler,

        /// <summary>A wrapper script of the extension sets the runtime up.</summary>
        Wrapper,

        /// <summary>The function's code starts the library itself.</summary>
        Code,
    }

    public static readonly Language Python = new("Python", ParameterCatalog.PythonLayerVersion, ParameterCatalog.PythonLayerArn, Start.Handler);
    public static readonly Language Node = new("Node.js", ParameterCatalog.NodeLayerVersion, ParameterCatalog.NodeLayerArn, Start.Handler);
    public static readonly Language Dotnet = new(".NET", ParameterCatalog.DotnetLayerVersion, ParameterCatalog.DotnetLayerArn, Start.Wrapper);
    public static readonly Language Java = new("Java", ParameterCatalog.JavaLayerVersion, ParameterCatalog.JavaLayerArn, Start.Wrapper);
    public static readonly Language Ruby = new("Ruby", ParameterCatalog.RubyLayerVersion, ParameterCatalog.RubyLayerArn, Start.Code);
}
