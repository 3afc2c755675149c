using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Tags;

/// <summary>The tags that identify the macro and the deployment tool of an instrumented resource.</summary>
internal sealed class MacroTags
{
    private const string VersionKey = "dd_sls_macro";
    private const string ToolKey = "dd_sls_macro_by";
    private static readonly MemberName CreatedBy = "lambda:createdBy";
    private readonly Tag _version = new(VersionKey, $"v{MacroVersion.Text}");
    private readonly Tag _byCdk = new(ToolKey, "CDK");
    private readonly Tag _bySam = new(ToolKey, "SAM");

    /// <summary>Sets the macro's version, and the deployment tool: the host's, or CDK or SAM if the template shows it.</summary>
    public void Set(TagSet tags, InstrumentationContext context, bool isSam, InstrumentationMemory memory)
    {
        tags.Set(_version, memory);
        if (context.Settings.Tool is { } tool) tags.Set(new Tag(ToolKey, tool), memory);
        else if (!isSam && context.Template.IsFromCdk) tags.Set(_byCdk, memory);
        else if (isSam || tags.Has(CreatedBy, "SAM")) tags.Set(_bySam, memory);
    }

    /// <summary>Removes both tags, or restores the values that they replaced.</summary>
    public static void Remove(TagSet tags, InstrumentationMemory memory)
    {
        tags.Restore(VersionKey, memory);
        tags.Restore(ToolKey, memory);
    }
}
