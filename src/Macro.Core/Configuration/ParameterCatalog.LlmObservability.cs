using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>LLM Observability.</content>
public static partial class ParameterCatalog
{
    internal static readonly Parameter LlmObsEnabled = new("llmObsEnabled", Flag, "Whether LLM Observability is on; needs llmObsMlApp.")
    {
        ProcessVariable = "DD_LLMOBS_ENABLED",
        Variables = ["DD_LLMOBS_ENABLED"],
        PerResource = true,
    };

    internal static readonly Parameter LlmObsMlApp = new(
        "llmObsMlApp", Text,
        "Name of the LLM application: 1 to 193 letters, digits and _ - : . /")
    {
        ProcessVariable = "DD_LLMOBS_ML_APP",
        Variables = ["DD_LLMOBS_ML_APP"],
        PerResource = true,
    };

    internal static readonly Parameter LlmObsAgentlessEnabled = new(
        "llmObsAgentlessEnabled", Flag,
        "Whether LLM Observability sends its data without the extension.")
    {
        ProcessVariable = "DD_LLMOBS_AGENTLESS_ENABLED",
        Variables = ["DD_LLMOBS_AGENTLESS_ENABLED"],
        PerResource = true,
    };
}
