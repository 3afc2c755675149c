using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Finds the names of the functions that a selection may contain; tags are compared when a function has been read.</summary>
internal static class FunctionSelector
{
    /// <summary>Finds the names, sorted, and the names and patterns that match nothing.</summary>
    public static async Task<(IReadOnlyList<string> Names, IReadOnlyList<ResourcePlan> Unknown)> FindAsync(
        RegionClients clients, Selection selection, CancellationToken cancel)
    {
        var (names, unknown) = (new HashSet<string>(), new List<ResourcePlan>());
        var wanted = selection.Functions.Select(text => Selection.NameIn(text, clients.Region)).OfType<string>().Distinct().ToList();
        names.UnionWith(wanted.Where(name => !Selection.IsPattern(name)));
        var patterns = wanted.FindAll(Selection.IsPattern);
        var takesAll = selection.IsAll || selection.IsByTags;
        if (takesAll || patterns.Count > 0)
        {
            var found = new HashSet<string>();
            await foreach (var function in clients.Lambda.ListFunctionsAsync(cancel))
            {
                found.UnionWith(patterns.Where(pattern => Selection.IsMatch(pattern, function.Name)));
                var isWanted = takesAll || patterns.Exists(pattern => Selection.IsMatch(pattern, function.Name));
                if (isWanted && selection.MatchesRuntime(function.Runtime)) names.Add(function.Name);
            }
            unknown.AddRange(patterns.Where(pattern => !found.Contains(pattern)).Select(pattern => NotFound(pattern, clients.Region)));
        }
        return ([.. names.Where(name => !selection.Excludes(name)).Order(StringComparer.Ordinal)], unknown);
    }

    /// <summary>The plan for a name or pattern that matches nothing.</summary>
    public static ResourcePlan NotFound(string name, string region) => new(name, region, PlanStatus.Refused)
    {
        Reasons = [DeployedDiagnostics.NotFound.For(new ResourceTarget(name), region)],
    };
}
