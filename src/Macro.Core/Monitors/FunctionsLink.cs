using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Monitors;

/// <summary>The output with a link to the stack's functions in Datadog.</summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/aws_lambda/ and https://docs.datadoghq.com/getting_started/site/</remarks>
internal static class FunctionsLink
{
    private const string Name = "DatadogFunctions";

    /// <summary>Adds the output, unless the template has as many as CloudFormation allows.</summary>
    public static void Add(InstrumentationContext context)
    {
        var site = context.Config.Text(ParameterCatalog.Site);
        if (site is null) return;
        // Sites such as us3.datadoghq.com are hosts; the others have the application at a host of their own.
        var host = site.IndexOf('.') == site.LastIndexOf('.') ? $"app.{site}" : site;
        var isAdded = context.Additions.AddOutput(Name, new ObjectNode
        {
            { "Description", "The functions of this stack in Datadog" },
            {
                "Value",
                Intrinsic.MakeSub(
                    $"https://{host}/functions?cloud=aws&entity_view=lambda_functions&text_search=${{AWS::StackName}}")
            },
        });
        if (isAdded) return;
        context.Diagnostics.Add(ForwardingDiagnostics.TooManyOutputs.For(ParameterCatalog.AddOutputs.Target, Additions.MaxOutputs));
    }
}
