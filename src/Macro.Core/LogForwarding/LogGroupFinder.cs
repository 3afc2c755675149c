using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>Finds which log group a function writes to.</summary>
internal sealed class LogGroupFinder
{
    private readonly Template _template;
    private readonly Evaluator _evaluator;
    private readonly SymbolicEvaluator _names;
    private readonly LoggingConfig _loggingConfig;
    private readonly ILookup<string, Resource> _declared;
    private readonly Lazy<ILookup<string, Resource>> _functions;

    public LogGroupFinder(Template template, Evaluator evaluator, SymbolicEvaluator names)
    {
        (_template, _evaluator, _names, _loggingConfig) = (template, evaluator, names, new LoggingConfig(evaluator));
        _declared = template.OfType(ResourceTypes.LogGroup).ToLookup(group => names.Ref(group.LogicalId));
        _functions = new(() => template.Resources.Where(WritesToOwnGroup).ToLookup(function => names.Read(OwnGroup(function))));
    }

    /// <summary>
    /// Finds the log group of a function. There is more than one only when the template declares the same name several times under
    /// different conditions. A declared group whose condition is false in this deployment is ignored, unless the function has the same
    /// condition.
    /// </summary>
    public IEnumerable<LogGroup> Find(Resource function)
    {
        var (reference, isOwn) = Reference(function);
        var name = _names.Read(reference);
        var declared = ThatExistWith(function, _declared[name]).ToList();
        if (declared.Count > 0)
        {
            return declared.Select(group => new LogGroup(
                group.LogicalId, name, Intrinsic.MakeRef(group.LogicalId), group.Condition, IsDeclared: true, function.LogicalId));
        }
        if ((isOwn ? function : ThatExistWith(function, _functions.Value[name]).FirstOrDefault()) is { } owner)
            return [new LogGroup(owner.LogicalId, name, OwnGroup(owner), owner.Condition, IsDeclared: false, function.LogicalId)];
        var prefix = $"LogGroup{LogicalId.Hash(name)}";
        return [new LogGroup(prefix, name, reference, function.Condition, IsDeclared: false, function.LogicalId)];
    }

    /// <summary>The name of the group that Lambda creates at the first invocation.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html</remarks>
    private static ObjectNode OwnGroup(Resource function) => Intrinsic.MakeSub($"/aws/lambda/${{{function.LogicalId}}}");

    private bool WritesToOwnGroup(Resource resource) =>
        FunctionShape.For(resource.Type, _template) is not null && Reference(resource).IsOwn;

    private (Node Reference, bool IsOwn) Reference(Resource function)
    {
        var own = OwnGroup(function);
        var inherited = _loggingConfig.LogGroup(FunctionShape.For(function.Type, _template)?.Inherited, own);
        var reference = _loggingConfig.LogGroup(function.Properties, inherited);
        return (reference, ReferenceEquals(reference, own));
    }

    /// <summary>The resources that may exist in a deployment in which the function exists.</summary>
    private IEnumerable<Resource> ThatExistWith(Resource function, IEnumerable<Resource> resources) => resources.Where(resource =>
        resource.Condition is not { } condition || condition == function.Condition || _evaluator.Condition(condition) != false);
}
