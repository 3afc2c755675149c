using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Core.Tags;

/// <summary>The tags that tell what instrumented a resource.</summary>
internal sealed class MacroTags
{
    private static readonly MemberName CreatedBy = "lambda:createdBy";
    private readonly Tag _version = new("dd_sls_macro", $"v{MacroVersion.Text}");
    private readonly Tag _byCdk = new("dd_sls_macro_by", "CDK");
    private readonly Tag _bySam = new("dd_sls_macro_by", "SAM");

    /// <summary>Sets the macro's version, and the tool that the template comes from where that shows.</summary>
    public void Set(TagSet tags, Template template, bool isSam)
    {
        tags.Set(_version);
        if (!isSam && template.IsFromCdk) tags.Set(_byCdk);
        else if (isSam || tags.Has(CreatedBy, "SAM")) tags.Set(_bySam);
    }
}
