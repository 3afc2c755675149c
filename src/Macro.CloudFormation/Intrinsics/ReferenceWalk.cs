using System.Text;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>Visits and replaces all references in a value: <c>Ref</c>, <c>Fn::GetAtt</c>, and the names in <c>Fn::Sub</c>.</summary>
public static class ReferenceWalk
{
    /// <summary>Visits every reference.</summary>
    /// <param name="node">The value.</param>
    /// <param name="rename">Receives the name; returns another to refer to instead, or null.</param>
    /// <param name="record">Receives the place of each replacement before it is made.</param>
    public static void Visit(Node node, Func<string, string?> rename, Action<Node, PathSegment>? record = null)
    {
        if (node is ArrayNode list)
        {
            for (var i = 0; i < list.Count; i++) Visit(list[i], rename, record);
        }
        else if (node is ObjectNode members)
        {
            var function = members.SingleName;
            if (function is "Ref" or "Fn::GetAtt" or "Fn::Sub") VisitCall(members, function, rename, record);
            foreach (var value in members.Values) Visit(value, rename, record);
        }
    }

    /// <summary>
    /// Whether a value depends on a resource of the template, directly or by what other resources refer to and depend on.
    /// </summary>
    /// <param name="node">The value.</param>
    /// <param name="logicalId">The resource.</param>
    /// <param name="template">The template.</param>
    public static bool DependsOn(Node node, string logicalId, Template template)
    {
        var (seen, pending) = (new HashSet<string>(), new Stack<Node>([node]));
        while (pending.TryPop(out var next) && !seen.Contains(logicalId)) Visit(next, Follow);
        return seen.Contains(logicalId);

        string? Follow(string name)
        {
            if (!seen.Add(name) || template.Find(name) is not { } resource) return null;
            pending.Push(resource.Body);
            foreach (var dependency in Names(resource.Body["DependsOn"u8])) Follow(dependency);
            return null;
        }
    }

    private static IEnumerable<string> Names(Node? node) =>
        node is ArrayNode list ? list.Select(item => item.Text).OfType<string>() : node?.Text is { } name ? [name] : [];

    private static void VisitCall(ObjectNode call, string function, Func<string, string?> rename, Action<Node, PathSegment>? record)
    {
        MemberName name = function;
        if (call[name] is ArrayNode { Count: > 0 } list)
        {
            if (list[0].Text is { } first && function != "Ref" && Renamed(first, function, rename) is { } edited)
            {
                record?.Invoke(list, 0);
                list[0] = edited;
            }
        }
        else if (call[name]?.Text is { } text && Renamed(text, function, rename) is { } edited)
        {
            record?.Invoke(call, function);
            call[name] = edited;
        }
    }

    private static string? Renamed(string text, string function, Func<string, string?> rename) => function switch
    {
        "Ref" => rename(text),
        "Fn::GetAtt" => RenamedPath(text, rename),
        _ => RenamedTemplate(text, rename),
    };

    private static string? RenamedPath(string path, Func<string, string?> rename)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? rename(path) : rename(path[..dot]) is { } name ? name + path[dot..] : null;
    }

    private static string? RenamedTemplate(string template, Func<string, string?> rename)
    {
        var (result, isRenamed) = (new StringBuilder(), false);
        foreach (var part in SubTemplate.Parse(template))
        {
            var renamed = part.IsName ? RenamedPath(part.Text, rename) : null;
            isRenamed |= renamed is not null;
            result.Append(renamed is null ? part.Source : $"${{{renamed}}}");
        }
        return isRenamed ? result.ToString() : null;
    }
}
