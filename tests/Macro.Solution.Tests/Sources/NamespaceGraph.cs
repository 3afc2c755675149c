namespace Macro.Solution.Tests.Sources;

/// <summary>
/// Which namespaces of a project use which others. A file uses a namespace when it has the name of one of its types, or calls one of its
/// extension methods, and imports it or is in a namespace below it. A namespace below another is a node of its own.
/// </summary>
internal sealed class NamespaceGraph
{
    private readonly List<Use> _uses;
    private readonly ILookup<string, string> _targets;

    public NamespaceGraph(IReadOnlyCollection<SourceFile> sources)
    {
        _uses = [.. sources.SelectMany(user => sources.Where(used => IsVisible(used, user)).SelectMany(used => Uses(user, used)))];
        _targets = _uses.Distinct().ToLookup(use => use.From, use => use.To);
    }

    /// <summary>One text for each set of namespaces that use each other, directly or not, with the names that they use.</summary>
    public IReadOnlyList<string> Cycles =>
        [.. _uses.Where(use => Reaches(use.To, use.From)).GroupBy(use => string.Join(", ", Cycle(use.From))).Select(cycle =>
            $"{cycle.Key}:\n" + string.Concat(cycle.GroupBy(use => (use.From, use.To)).Select(Describe)))];

    private static string Describe(IGrouping<(string From, string To), Use> uses) =>
        $"  {uses.Key.From} -> {uses.Key.To}: {string.Join(", ", uses.Select(use => $"{use.Name} in {use.Path}").Distinct())}\n";

    private static bool IsVisible(SourceFile used, SourceFile user) =>
        user.Namespace != used.Namespace
        && (user.Imports.Contains(used.Namespace) || user.Namespace.StartsWith($"{used.Namespace}.", StringComparison.Ordinal));

    private static IEnumerable<Use> Uses(SourceFile user, SourceFile used) =>
        used.Types.Intersect(user.Names).Concat(used.ExtensionMethods.Intersect(user.Members))
            .Select(name => new Use(user.Namespace, used.Namespace, name, user.Path));

    private IEnumerable<string> Cycle(string start) =>
        Reachable(start).Where(other => Reaches(other, start)).Order(StringComparer.Ordinal);

    private bool Reaches(string from, string to) => Reachable(from).Contains(to);

    private HashSet<string> Reachable(string start)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.TryPop(out var next))
        {
            foreach (var target in _targets[next].Where(reached.Add)) open.Push(target);
        }
        return reached;
    }

    private sealed record Use(string From, string To, string Name, string Path);
}
