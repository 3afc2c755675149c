using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>Lists the differences between two versions of a resource that the macro added.</summary>
internal static class PropertyChanges
{
    /// <summary>The members that differ; within <c>Properties</c>, the properties that differ.</summary>
    public static IEnumerable<Change> Between(string logicalId, JsonPath path, ObjectNode before, ObjectNode after)
    {
        foreach (var name in before.Concat(after).Select(member => member.Key).Distinct().ToList())
        {
            var (old, now) = (before[(MemberName)name], after[(MemberName)name]);
            if (old is not null && now is not null && old.IsSameAs(now)) continue;
            if (name == "Properties" && old is ObjectNode oldProperties && now is ObjectNode newProperties)
            {
                foreach (var change in Between(logicalId, path.Append(name), oldProperties, newProperties)) yield return change;
            }
            else
            {
                yield return new Change(ChangeKind.Property, logicalId, name, path.Append(name), old, now);
            }
        }
    }
}
