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
        _declared = template.OfType("AWS::Logs::LogGroup").ToLookup(group => names.Ref(group.LogicalId));
        _functions = new(() => template.Resources.Where(WritesToOwnGroup).ToLookup(function => names.Read(OwnGroup(function))));
    }

    /// <summary>
    /// The group of a function. More than one only where the template declares the same name several times, each under its condition. A
    /// declared group that is known to be left out of this deployment does not count, unless the function shares its condition.
    /// </summary>
    public IEnumerable<LogGroup> Of(Resource function)
    {
        var (reference, isOwn) = Reference(function);
        var name = _names.Read(reference);
        var declared = Beside(function, _declared[name]).ToList();
        if (declared.Count > 0)
            return declared.Select(group => new LogGroup(group.LogicalId, name, Intrinsic.MakeRef(group.LogicalId), group.Condition, IsDeclared: true, function.LogicalId));
        if ((isOwn ? function : Beside(function, _functions.Value[name]).FirstOrDefault()) is { } owner)
            return [new LogGroup(owner.LogicalId, name, OwnGroup(owner), owner.Condition, IsDeclared: false, function.LogicalId)];
        return [new LogGroup($"LogGroup{LogicalId.Hash(name)}", name, reference, function.Condition, IsDeclared: false, function.LogicalId)];
    }

    /// <summary>The group that Lambda makes at the first call.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html</remarks>
    private static ObjectNode OwnGroup(Resource function) => Intrinsic.MakeSub($"/aws/lambda/${{{function.LogicalId}}}");

    private bool WritesToOwnGroup(Resource resource) => FunctionShape.For(resource.Type, _template) is not null && Reference(resource).IsOwn;

    private (Node Reference, bool IsOwn) Reference(Resource function)
    {
        var own = OwnGroup(function);
        var inherited = _loggingConfig.LogGroup(FunctionShape.For(function.Type, _template)?.Inherited, own);
        var reference = _loggingConfig.LogGroup(function.Properties, inherited);
        return (reference, ReferenceEquals(reference, own));
    }

    private IEnumerable<Resource> Beside(Resource function, IEnumerable<Resource> resources) => resources.Where(resource =>
        resource.Condition is not { } condition || condition == function.Condition || _evaluator.Condition(condition) != false);
}
