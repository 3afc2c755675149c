using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>Codes of warnings that the author of a template or a configuration file ignores.</summary>
internal static class IgnoredCodes
{
    /// <summary>The member of a resource's <c>Metadata.Datadog</c> that lists them.</summary>
    public const string Member = ParameterCatalog.IgnoreMember;

    private static readonly IReadOnlyList<DiagnosticKind> Warnings =
        [.. PreviewDiagnostics.All.Where(kind => kind.Severity == Severity.Warning)];

    /// <summary>Says why a code cannot be ignored; null when it can.</summary>
    public static (string Cause, string Remedy)? Problem(string code)
    {
        if (code.Length >= 2 && Warnings.Any(kind => kind.Code.StartsWith(code, StringComparison.Ordinal))) return null;
        if (PreviewDiagnostics.Find(code) is not null)
            return ($"{code} is an error, which rejects the deployment, so it cannot be ignored.", "Remove it, and fix its cause.");
        var nearest = NearestName.Find(code, Warnings.Select(kind => kind.Code));
        return ($"There is no warning {code}.", nearest is null ? "List all: macro explain" : $"Did you mean {nearest}?");
    }

    /// <summary>Removes the findings that a resource of the template ignores, and reports what is wrong with these lists.</summary>
    public static IReadOnlyList<Finding> Apply(ObjectNode template, IReadOnlyList<Finding> findings)
    {
        if (template["Resources"u8] is not ObjectNode resources) return findings;
        List<IgnoreRule> rules = [];
        List<Finding> problems = [];
        foreach (var (logicalId, body) in resources)
        {
            if (body is ObjectNode resource && ListOf(resource) is { } list) Read(logicalId, list, rules, problems);
        }
        return rules.Count + problems.Count == 0 ? findings
            : [.. findings.Where(finding => !rules.Exists(rule => rule.Covers(finding))), .. problems];
    }

    /// <summary>The list of a resource; null without one, and for a duplicate key, which the macro reports where it matters.</summary>
    private static Node? ListOf(ObjectNode resource)
    {
        try
        {
            return ((resource["Metadata"u8] as ObjectNode)?["Datadog"u8] as ObjectNode)?[Member];
        }
        catch (DuplicateKeyException)
        {
            return null;
        }
    }

    private static void Read(string logicalId, Node list, List<IgnoreRule> rules, List<Finding> problems)
    {
        IEnumerable<Node> items = list as ArrayNode ?? [list];
        foreach (var item in items)
        {
            var code = item.Text?.Trim().ToUpperInvariant();
            var problem = code is null ? ("The value is not a code.", "Write a list of codes such as DD321.") : Problem(code);
            if (problem is null) rules.Add(new(code!, LiteralId(logicalId)));
            else if (problem is var (cause, remedy))
            {
                var path = JsonPath.Create("Resources", logicalId, "Metadata", "Datadog", Member);
                problems.Add(new(path, PreviewDiagnostics.NotIgnored.For(new ResourcePathTarget(logicalId, path), cause, remedy)));
            }
        }
    }

    /// <summary>The logical id as a pattern that matches only itself; ids of real templates have no special characters.</summary>
    private static string LiteralId(string logicalId) =>
        logicalId.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("?", "\\?", StringComparison.Ordinal);
}
