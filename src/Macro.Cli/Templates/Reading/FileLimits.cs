using Macro.CloudFormation.Protocol;

namespace Macro.Cli.Templates.Reading;

/// <summary>Limits on template files.</summary>
internal static class FileLimits
{
    /// <summary>The maximum nesting of a template, in the file and as JSON. Prevents stack overflows in recursive methods.</summary>
    public const int MaxDepth = MacroRequest.MaxDepth;
}
