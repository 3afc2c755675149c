using Macro.CloudFormation.Protocol;

namespace Macro.Cli.Templates.Reading;

/// <summary>Bounds on template files.</summary>
internal static class FileLimits
{
    /// <summary>How many levels a template may nest, in the file and as JSON. Keeps recursive methods within the stack.</summary>
    public const int MaxDepth = MacroRequest.MaxDepth;
}
