namespace Macro.Core.Tags;

/// <summary>The keys of the tags that identify the macro.</summary>
public static class MacroTagKeys
{
    /// <summary>The version of the macro that instrumented a resource or created a log group.</summary>
    public const string Version = "dd_sls_macro";

    /// <summary>The tool that deploys a resource: <c>CDK</c> or <c>SAM</c>.</summary>
    public const string Tool = "dd_sls_macro_by";

    /// <summary>The id of the stack whose <c>Custom::DatadogLogGroups</c> created a log group.</summary>
    public const string Stack = "dd_sls_macro_stack";
}
