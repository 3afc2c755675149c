using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>What is instrumented.</content>
public static partial class ParameterCatalog
{
    internal static readonly Parameter Enabled = new(
        "enabled", Flag,
        "Whether anything is instrumented; with false, the template comes back unchanged.")
    {
        Default = "true",
        ProcessVariable = "DD_MACRO_ENABLED",
        PerResource = true,
    };

    internal static readonly Parameter Exclude = new(
        "exclude", List,
        "Logical ids of functions and state machines that are not instrumented; * and ? are wildcards.")
    {
        ProcessVariable = "DD_MACRO_EXCLUDE",
    };

    internal static readonly Parameter ExcludeHelpers = new(
        "excludeHelpers", Flag,
        "Whether functions are left alone that CDK and the Serverless Framework make for themselves, such as custom resource providers.")
    {
        Default = "false",
        ProcessVariable = "DD_MACRO_EXCLUDE_HELPERS",
    };

    internal static readonly Parameter ContainerImages = new(
        "containerImages", Choice,
        "How container images are treated: not instrumented (skip), or instrumented for a language; other is for every further language.")
    {
        Choices = ["skip", "python", "node", "java", "dotnet", "ruby", "other"],
        Default = "skip",
        ProcessVariable = "DD_MACRO_CONTAINER_IMAGES",
        PerResource = true,
    };

    internal static readonly Parameter ImageHasExtension = new(
        "imageHasExtension", Flag,
        "Whether container images contain the Datadog extension, which then sends their logs; Java and .NET images get its wrapper.")
    {
        Default = "false",
        ProcessVariable = "DD_MACRO_IMAGE_HAS_EXTENSION",
        PerResource = true,
    };

    internal static readonly Parameter RedirectHandlers = new(
        "redirectHandlers", Flag,
        "Whether the handler is replaced by Datadog's, or Datadog's wrapper is set.")
    {
        OtherSpellings = ["redirectHandler"],
        Default = "true",
        ProcessVariable = "DD_MACRO_REDIRECT_HANDLERS",
        PerResource = true,
    };

    internal static readonly Parameter RepublishVersions = new(
        "republishVersions", Flag,
        "Whether the versions of instrumented functions are published again when the instrumentation changes, so that aliases get it.")
    {
        Default = "false",
        ProcessVariable = "DD_MACRO_REPUBLISH_VERSIONS",
        PerResource = true,
    };

    internal static readonly Parameter CustomHandler = new(
        "customHandler", Text,
        "Handler that Python and Node.js functions are redirected to, instead of Datadog's; it calls the one in DD_LAMBDA_HANDLER.")
    {
        MustBeKnown = true,
        ProcessVariable = "DD_MACRO_CUSTOM_HANDLER",
        PerResource = true,
    };

    internal static readonly Parameter ExtraEnv = new(
        "extraEnv", List,
        "Additional environment variables, each NAME=value, for settings that have no parameter.")
    {
        IsSecret = true,
        ProcessVariable = "DD_MACRO_EXTRA_ENV",
        PerResource = true,
    };
}
