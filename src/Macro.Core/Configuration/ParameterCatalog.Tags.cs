using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>Tags of the data and of the resources.</content>
public static partial class ParameterCatalog
{
    internal static readonly Parameter Service = new("service", Text, "Service name.")
    {
        ProcessVariable = "DD_SERVICE",
        Variables = ["DD_SERVICE"],
        PerResource = true,
    };

    internal static readonly Parameter Env = new("env", Text, "Environment, such as prod.")
    {
        ProcessVariable = "DD_ENV",
        Variables = ["DD_ENV"],
        PerResource = true,
    };

    internal static readonly Parameter AppVersion = new(
        "version", Text,
        "Version of your application; becomes a variable only with the extension.")
    {
        ProcessVariable = "DD_VERSION",
        Variables = ["DD_VERSION"],
        PerResource = true,
    };

    internal static readonly Parameter Tags = new("tags", List, "Tags, each of the form key:value.")
    {
        MustBeKnown = false,
        ProcessVariable = "DD_TAGS",
        Variables = ["DD_TAGS"],
        PerResource = true,
    };

    internal static readonly Parameter EnableTags = new(
        "enableTags", Flag,
        "Whether service, env, version and tags become resource tags. Default: true if a forwarder is set.")
    {
        ProcessVariable = "DD_MACRO_ENABLE_TAGS",
        PerResource = true,
    };

    internal static readonly Parameter GitData = new(
        "gitData", Text,
        "Commit hash and repository URL, separated by a comma; appended to DD_TAGS.")
    {
        MustBeKnown = true,
        ProcessVariable = "DD_MACRO_GIT_DATA",
        Variables = ["DD_TAGS"],
    };
}
