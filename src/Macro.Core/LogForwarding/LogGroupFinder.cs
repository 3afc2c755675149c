using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>Finds which log groups a function writes to.</summary>
internal sealed class LogGroupFinder
{
    /// <summary>The maximum number of resources that declare or create a log group of the same name under different conditions.</summary>
    public const int MaxAlternatives = 8;

    private readonly Template _template;
    private readonly Evaluator _evaluator;
    private readonly Func<Resource, bool> _isAdded;
    private readonly SymbolicEvaluator _names;
    private readonly LoggingConfig _loggingConfig;
    private readonly ILookup<string, Resource> _declared;
    private readonly ILookup<string, Resource> _owners;
    private readonly Lazy<ILookup<string, Resource>> _creators;
    private readonly Dictionary<string, LogGroup> _groups = [];
    private readonly Dictionary<Node, string> _read = [];
    private IReadOnlyList<LogGroupChoice>? _inherited;

    public LogGroupFinder(InstrumentationContext context, SymbolicEvaluator names)
    {
        var (template, evaluator) = (context.Template, context.Evaluator);
        (_template, _evaluator, _names, _loggingConfig) = (template, evaluator, names, new LoggingConfig(evaluator));
        _isAdded = context.Additions.Owns;
        _declared = template.OfType(ResourceTypes.LogGroup).Where(group => !_isAdded(group))
            .ToLookup(group => names.Ref(group.LogicalId));
        _owners = template.Resources.Where(resource => FunctionShape.For(resource.Type, template) is not null)
            .ToLookup(function => names.Read(OwnGroup(function)));
        _creators = new(() => LogRetention.In(template, evaluator).ToLookup(resource => names.Read(LogRetention.LogGroupName(resource)!)));
    }

    /// <summary>
    /// Finds the log groups of a function: one, unless its configuration depends on conditions that cannot be evaluated. A declared group
    /// whose condition is false in this deployment is ignored, unless the function has the same condition.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="report">Receives the name of an undeclared group that only the deployment knows.</param>
    public IEnumerable<LogGroupUse> Find(Resource function, Action<string>? report = null)
    {
        foreach (var choice in Choices(function))
        {
            var name = choice.Name is { } given ? Read(given) : _names.Read(OwnGroup(function));
            var groups = Groups(function, choice.Name, name);
            if (groups.Count == 0) report?.Invoke(name);
            foreach (var group in groups)
            {
                var condition = group.Condition is null && group.Declared is null && choice.Name is not null ? function.Condition : null;
                yield return new LogGroupUse(group, Guard.And(choice.When, condition), function.LogicalId);
            }
        }
    }

    /// <summary>
    /// Finds the group of another resource, or one that the user names; under conditions, several. Empty if it is unknown.
    /// </summary>
    public IReadOnlyList<LogGroup> Find(ForwardedLog log)
    {
        if (_template.Find(References.Target(log.Name), ResourceTypes.LogGroup) is { } added && _isAdded(added))
            return [Added(added, log.Name)];
        var name = Read(log.Name);
        var groups = Groups(function: null, log.Name, name);
        if (groups.Count > 0 || name.Length > SymbolicEvaluator.MaxLength) return groups;
        if (log.IsCreatedLate) return [Other(log.Name, name)];
        if (log.Writer is not null) return [];
        // A group that the user names exists, even if only the deployment knows its name.
        if (Other(log.Name, name) is { ToCreate: not null } group) _groups[$"/{name}"] = group with { ToCreate = null };
        return [_groups[$"/{name}"]];
    }

    private LogGroup Added(Resource group, Node reference) => _groups.TryGetValue(group.LogicalId, out var known)
        ? known
        : _groups[group.LogicalId] = new(group.LogicalId, _names.Ref(group.LogicalId), reference, group.Condition)
        {
            Declared = group.LogicalId,
        };

    private List<LogGroup> Groups(Resource? function, Node? given, string name)
    {
        if (name.Length > SymbolicEvaluator.MaxLength) return [];
        var owner = given is null ? function : ThatExistWith(function, _owners[name]).FirstOrDefault();
        if (owner is not null && owner != function) return Groups(owner, given: null, name);
        var declared = ThatExistWith(function, _declared[name]);
        if (declared.Find(group => IsCertain(function, group)) is { } certain) return [Declared(certain, name)];
        if (owner is not null) return [Own(owner, name, declared)];
        if (declared.Count > 0) return declared.ConvertAll(group => Declared(group, name));
        return IsKnown(name) || NamesFunction(given!) ? [Other(given!, name)] : [];
    }

    /// <summary>The names of the groups that a function writes to, as expressions of the template.</summary>
    public IEnumerable<Node> Names(Resource function)
    {
        foreach (var choice in Choices(function)) yield return choice.Name ?? OwnGroup(function);
    }

    private LogGroup Declared(Resource group, string name)
    {
        if (_groups.TryGetValue(group.LogicalId, out var known)) return known;
        var isOnly = _declared[name].Take(2).Count() == 1;
        var prefix = isOnly && _owners[name].FirstOrDefault() is { } owner ? owner.LogicalId : group.LogicalId;
        return _groups[group.LogicalId] =
            new(prefix, name, Intrinsic.MakeRef(group.LogicalId), group.Condition) { Declared = group.LogicalId };
    }

    /// <summary>The function's own group, which the template may declare under conditions that cannot be evaluated.</summary>
    private LogGroup Own(Resource owner, string name, List<Resource> declared)
    {
        if (_groups.TryGetValue(owner.LogicalId, out var known)) return known;
        var reference = (Node)OwnGroup(owner);
        var group = WithCreators(new LogGroup(owner.LogicalId, name, reference, owner.Condition) { ToCreate = reference }, owner);
        foreach (var alternative in Enumerable.Reverse(declared))
        {
            var condition = alternative.Condition!;
            group = group with
            {
                Reference = Intrinsic.MakeIf(condition, Intrinsic.MakeRef(alternative.LogicalId), group.Reference),
                ToCreate = Unless(condition, group.ToCreate),
            };
        }
        return _groups[owner.LogicalId] = group;
    }

    private LogGroup Other(Node given, string name)
    {
        // A logical id has no slash, so that a name cannot be taken for one.
        var key = $"/{name}";
        return _groups.TryGetValue(key, out var known)
            ? known
            : _groups[key] = WithCreators(
                new LogGroup($"LogGroup{LogicalId.LongHash(name)}", name, given, null) { ToCreate = given }, function: null);
    }

    private LogGroup WithCreators(LogGroup group, Resource? function)
    {
        var creators = ThatExistWith(function, _creators.Value[group.Name]);
        if (creators.Count == 0) return group;
        var toCreate = group.ToCreate;
        foreach (var creator in creators)
            toCreate = IsCertain(function, creator) ? null : Unless(creator.Condition!, toCreate);
        return group with { ToCreate = toCreate, Creators = [.. creators.Select(creator => creator.LogicalId)] };
    }

    private static ObjectNode? Unless(string condition, Node? name) =>
        name is null ? null : Intrinsic.MakeIf(condition, Intrinsic.MakeRef(Intrinsic.NoValue), name);

    /// <summary>The name of the group that Lambda creates at the first invocation.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html</remarks>
    private static ObjectNode OwnGroup(Resource function) => Intrinsic.MakeSub($"/aws/lambda/${{{function.LogicalId}}}");

    private IReadOnlyList<LogGroupChoice> Choices(Resource function)
    {
        var inherited = FunctionShape.For(function.Type, _template)?.Inherited is { } globals
            ? _inherited ??= _loggingConfig.Read(globals, LogGroupChoice.Own, condition: null)
            : LogGroupChoice.Own;
        return _loggingConfig.Read(function.Properties, inherited, function.Condition);
    }

    /// <summary>Reads a name once, however many functions inherit it.</summary>
    private string Read(Node name) => _read.TryGetValue(name, out var known) ? known : _read[name] = _names.Read(name);

    /// <summary>Whether a name has no unknown part except pseudo parameters such as the stack's name.</summary>
    private static bool IsKnown(string name)
    {
        for (var start = 0; (start = name.IndexOf('{', start)) >= 0; start++)
        {
            if (start == 0 || name[start - 1] != '$' || !name.AsSpan(start + 1).StartsWith("AWS::", StringComparison.Ordinal)) return false;
        }
        return true;
    }

    /// <summary>Whether an expression refers to a function of the template.</summary>
    private bool NamesFunction(Node name) => Intrinsic.Is(name) && Intrinsic.Mentions(name, text =>
        IsFunction(text) || SubTemplate.Parse(text).Any(part => part.IsName && IsFunction(part.Text.Split('.')[0])));

    private bool IsFunction(string logicalId) =>
        _template.Find(logicalId) is { } resource && FunctionShape.For(resource.Type, _template) is not null;

    /// <summary>The resources that may exist in a deployment in which the function exists.</summary>
    private List<Resource> ThatExistWith(Resource? function, IEnumerable<Resource> resources) => [.. resources
        .Where(resource => resource.Condition is not { } condition || condition == function?.Condition
            || _evaluator.Condition(condition) != false)
        .Take(MaxAlternatives)];

    /// <summary>Whether a resource exists in every deployment in which the function exists.</summary>
    private bool IsCertain(Resource? function, Resource resource) =>
        resource.Condition is not { } condition || condition == function?.Condition || _evaluator.Condition(condition) == true;
}
