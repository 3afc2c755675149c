using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Core.Tags;

namespace Macro.Core.Lambda.Steps;

/// <summary>Tags the function with what the forwarder adds to its logs, and with what instrumented it.</summary>
internal sealed class AddTags : IFunctionStep
{
    private readonly ConfigCache<IReadOnlyList<Tag>> _serviceTags = new(config => [.. ServiceTags.From(config)]);
    private readonly MacroTags _macroTags = new();

    public void Apply(LambdaFunction function, InstrumentationContext context)
    {
        if (function.Config.IsSet(ParameterCatalog.ForwarderArn))
        {
            foreach (var tag in _serviceTags[function.Config]) function.Tags.SetIfAbsent(tag);
        }
        _macroTags.Set(function.Tags, context.Template, function.IsSam);
    }
}
