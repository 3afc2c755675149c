using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Tags;

/// <summary>The tags that identify the macro and the deployment tool of an instrumented resource.</summary>
internal static class MacroTags
{
    private static readonly MemberName FunctionCreatedBy = "lambda:createdBy";
    private static readonly MemberName MachineCreatedBy = "stateMachine:createdBy";
    private static readonly Tag VersionTag = new(MacroTagKeys.Version, $"v{MacroVersion.Text}");
    private static readonly Tag ByCdk = new(MacroTagKeys.Tool, "CDK");
    private static readonly Tag BySam = new(MacroTagKeys.Tool, "SAM");

    /// <summary>Sets the macro's version, and the deployment tool: the host's, or CDK or SAM if the template shows it.</summary>
    public static void Set(TagSet tags, InstrumentationContext context, bool isSam, InstrumentationMemory memory)
    {
        tags.Set(VersionTag, memory);
        if (context.Settings.Tool is { } tool) tags.Set(new Tag(MacroTagKeys.Tool, tool), memory);
        else if (context.Template.IsFromCdk) tags.Set(ByCdk, memory);
        else if (isSam || tags.Has(FunctionCreatedBy, "SAM") || tags.Has(MachineCreatedBy, "SAM")) tags.Set(BySam, memory);
    }

    /// <summary>Removes both tags, or restores the values that they replaced.</summary>
    public static void Remove(TagSet tags, InstrumentationMemory memory)
    {
        tags.Restore(MacroTagKeys.Version, memory);
        tags.Restore(MacroTagKeys.Tool, memory);
    }
}
