using Macro.Core.Config;
using Macro.Core.Tags;

namespace Macro.Core.Functions.Steps;

/// <summary>Tags the function with what the forwarder adds to its logs, and with what instrumented it.</summary>
internal sealed class AddTags : IFunctionStep
{
    private readonly PerConfig<IReadOnlyList<Tag>> _serviceTags = new(config => [.. ServiceTags.Of(config)]);
    private readonly MacroTags _macroTags = new();

    public void Apply(LambdaFunction function, Deployment deployment)
    {
        if (function.Config.IsSet(ParameterCatalog.ForwarderArn))
        {
            foreach (var tag in _serviceTags[function.Config]) function.Tags.SetIfAbsent(tag);
        }
        _macroTags.Set(function.Tags, deployment.Template, function.IsSam);
    }
}
