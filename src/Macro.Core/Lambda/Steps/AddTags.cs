using Macro.Core.Configuration;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Core.Tags;

namespace Macro.Core.Lambda.Steps;

/// <summary>Adds the tags that the forwarder copies to the logs, and the tags that identify the macro.</summary>
internal sealed class AddTags : IInstrumentationStep<LambdaFunction>
{
    private readonly ServiceTags _serviceTags = new();

    public void Apply(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (function.Config.HasServiceTags(function.Config.IsSet(ParameterCatalog.ForwarderArn)))
            _serviceTags.Add(function.Tags, function.Config, context, memory);
        MacroTags.Set(function.Tags, context, function.IsSam, memory);
    }

    public void Revert(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        foreach (var key in memory.AddedTags) function.Tags.Remove(key);
        MacroTags.Remove(function.Tags, memory);
    }
}
