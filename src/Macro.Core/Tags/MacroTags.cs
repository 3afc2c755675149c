using Macro.Core.Templates;

namespace Macro.Core.Tags;

/// <summary>The tags that tell what instrumented a resource.</summary>
internal static class MacroTags
{
    private const string Version = "dd_sls_macro";
    private const string By = "dd_sls_macro_by";

    /// <summary>Sets the macro's version, and the tool that the template comes from where that shows.</summary>
    public static void Set(TagSet tags, Template template, bool isSam)
    {
        tags.Set(Version, $"v{MacroVersion.Text}");
        if (isSam) tags.Set(By, "SAM");
        else if (template.IsFromCdk) tags.Set(By, "CDK");
        else if (tags.Has("lambda:createdBy", "SAM")) tags.Set(By, "SAM");
    }
}
