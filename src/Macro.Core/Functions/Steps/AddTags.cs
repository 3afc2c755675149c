using Macro.Core.Config;
using Macro.Core.Tags;

namespace Macro.Core.Functions.Steps;

/// <summary>Tags the function with what the forwarder adds to its logs, and with what instrumented it.</summary>
internal sealed class AddTags : IFunctionStep
{
    public void Apply(LambdaFunction function, Deployment deployment)
    {
        if (function.Config.IsSet(ParameterCatalog.ForwarderArn)) ServiceTags.Add(function.Tags, function.Config);
        MacroTags.Set(function.Tags, deployment.Template, function.IsSam);
    }
}
