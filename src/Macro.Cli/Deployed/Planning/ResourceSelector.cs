using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Finds the names of the resources that a selection may contain; tags are compared when a resource has been read.</summary>
/// <param name="clients">The clients of the region.</param>
/// <param name="selection">The selection.</param>
internal sealed class ResourceSelector(RegionClients clients, Selection selection)
{
    private readonly RegionClients _clients = clients;
    private readonly Selection _selection = selection;

    /// <summary>Whether the selection names resources by their tags, or takes all of them.</summary>
    private bool TakesAll => _selection.IsAll || _selection.IsByTags;

    /// <summary>Finds the names of functions, sorted, and the names and patterns that match nothing.</summary>
    public async Task<(IReadOnlyList<string> Names, IReadOnlyList<ResourcePlan> Unknown)> FindFunctionsAsync(CancellationToken cancel)
    {
        var names = new Names(_selection.Functions, this, ResourcePlan.Function);
        if (!names.NeedsList) return names.Result;
        await foreach (var function in _clients.Lambda.ListFunctionsAsync(cancel))
            names.Add(function.Name, _selection.MatchesRuntime(function.Runtime));
        return names.Result;
    }

    /// <summary>Finds the names of state machines likewise. A selection by runtime contains none.</summary>
    public async Task<(IReadOnlyList<string> Names, IReadOnlyList<ResourcePlan> Unknown)> FindStateMachinesAsync(CancellationToken cancel)
    {
        var names = new Names(_selection.StateMachines, this, ResourcePlan.StateMachine);
        if (!names.NeedsList || _selection.Runtime is not null) return names.Result;
        await foreach (var (name, _) in _clients.StepFunctions.ListStateMachinesAsync(cancel)) names.Add(name, isWanted: true);
        return names.Result;
    }

    private sealed class Names
    {
        private readonly ResourceSelector _selector;
        private readonly string _kind;
        private readonly HashSet<string> _names = [];
        private readonly HashSet<string> _matched = [];
        private readonly List<string> _patterns;

        public Names(IEnumerable<string> texts, ResourceSelector selector, string kind)
        {
            (_selector, _kind) = (selector, kind);
            var (region, account) = (selector._clients.Region, selector._clients.Account);
            var wanted = texts.Select(text => Selection.NameIn(text, region, account)).OfType<string>().Distinct().ToList();
            _names.UnionWith(wanted.Where(name => !Selection.IsPattern(name)));
            _patterns = wanted.FindAll(Selection.IsPattern);
        }

        public bool NeedsList => _selector.TakesAll || _patterns.Count > 0;

        public (IReadOnlyList<string> Names, IReadOnlyList<ResourcePlan> Unknown) Result =>
        (
            [.. _names.Where(name => !_selector._selection.Excludes(name)).Order(StringComparer.Ordinal)],
            [.. _patterns.Where(pattern => !_matched.Contains(pattern)).Select(NotFound)]
        );

        public void Add(string name, bool isWanted)
        {
            var matching = _patterns.FindAll(pattern => Selection.IsMatch(pattern, name));
            _matched.UnionWith(matching);
            if (isWanted && (_selector.TakesAll || matching.Count > 0)) _names.Add(name);
        }

        private ResourcePlan NotFound(string pattern) => new(pattern, _selector._clients.Region, PlanStatus.Refused)
        {
            Kind = _kind,
            Reasons = [DeployedDiagnostics.NotFound.For(new ResourceTarget(pattern), _selector._clients.Region)],
        };
    }
}
