using Macro.CloudFormation.Identifiers;
using Macro.Json;

namespace Macro.CloudFormation.Templates;

/// <summary>Adds the macro's own resources to a template, under logical ids that are the same in every run.</summary>
public static class AddedResource
{
    /// <summary>
    /// Adds a resource under the wanted logical id, or updates the one that an earlier run added. If another resource of the template has
    /// that id, appends a hash until the id is free or belongs to a resource of the macro.
    /// </summary>
    /// <param name="template">The template.</param>
    /// <param name="wanted">The logical id.</param>
    /// <param name="body">The whole resource.</param>
    /// <param name="isMacroOwned">Whether the macro added a resource.</param>
    /// <returns>The logical id that the resource got.</returns>
    public static string AddOrUpdate(Template template, string wanted, ObjectNode body, Func<Resource, bool> isMacroOwned)
    {
        var logicalId = FindId(template, wanted, isMacroOwned);
        template.AddOrUpdate(logicalId, body);
        return logicalId;
    }

    /// <summary>Returns the wanted logical id, with a hash appended until it is free or belongs to a resource of the macro.</summary>
    public static string FindId(Template template, string wanted, Func<Resource, bool> isMacroOwned) =>
        LogicalId.MakeUnique(wanted, id => !template.Has(id) || template.Find(id) is { } found && isMacroOwned(found));
}
