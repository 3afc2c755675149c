using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>Datadog's monitors, and links to Datadog.</content>
public static partial class ParameterCatalog
{
    internal static readonly Parameter Monitors = new(
        "monitors", Items,
        "Monitors that the stack creates in Datadog: names of recommended ones, or objects with a query.")
    {
        ProcessVariable = "DD_MACRO_MONITORS",
    };

    internal static readonly Parameter AddOutputs = new(
        "addOutputs", Flag,
        "Whether the stack gets an output with a link to its functions in Datadog.")
    {
        Default = "false",
        ProcessVariable = "DD_MACRO_ADD_OUTPUTS",
    };
}
