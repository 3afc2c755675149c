using System.Security.Cryptography;
using System.Text;
using Macro.Json;

namespace Macro.CloudFormation.Templates;

/// <summary>Adds resources of ours to a template, under logical ids that are the same in every run.</summary>
internal static class AddedResource
{
    private const int HashLength = 8;

    /// <summary>
    /// Puts a resource under the wanted logical id. One that an earlier run put there is brought up to date; where the template's own
    /// resource has the id, a hash is appended until the id is free or ours.
    /// </summary>
    /// <param name="template">The template.</param>
    /// <param name="wanted">The logical id.</param>
    /// <param name="body">The whole resource.</param>
    /// <param name="isOurs">Tells a resource of ours from one of the template's own.</param>
    /// <returns>The logical id that the resource got.</returns>
    public static string AddOrUpdate(Template template, string wanted, ObjectNode body, Func<Resource, bool> isOurs)
    {
        var logicalId = FindId(template, wanted, isOurs);
        template.AddOrUpdate(logicalId, body);
        return logicalId;
    }

    /// <summary>The wanted logical id, with a hash appended until it is free or a resource of ours has it.</summary>
    public static string FindId(Template template, string wanted, Func<Resource, bool> isMacroOwned)
    {
        var logicalId = wanted;
        while (template.Has(logicalId) && !(template.Find(logicalId) is { } found && isMacroOwned(found))) logicalId += ShortHash(logicalId);
        return logicalId;
    }

    /// <summary>Eight hexadecimal digits that stand for a text in a logical id.</summary>
    public static string ShortHash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}
