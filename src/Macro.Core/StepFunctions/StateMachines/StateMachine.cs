using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Core.Tags;
using Macro.Json;

namespace Macro.Core.StepFunctions.StateMachines;

/// <summary>A state machine that is to be instrumented.</summary>
internal sealed class StateMachine(Resource resource, StateMachineShape shape, MacroConfig config, InstrumentationContext context)
{
    private TagSet? _tags;

    public Resource Resource => resource;

    /// <summary>Records and makes every edit of the state machine.</summary>
    public ResourceEditor Editor { get; } = context.Edit(resource);

    public string LogicalId => resource.LogicalId;

    /// <summary>The name of the condition under which it exists; null for always.</summary>
    public string? Condition => resource.Condition;

    public ObjectNode Properties { get; } = resource.Properties!;

    public StateMachineShape Shape => shape;

    /// <summary>The stack's settings, with those of this state machine applied.</summary>
    public MacroConfig Config => config;

    /// <summary>Whether Datadog creates traces of its executions.</summary>
    public bool IsTraced => config.Text(ParameterCatalog.EnableTracing) != "false";

    public Evaluator Evaluator => context.Evaluator;

    public TagSet Tags => _tags ??= new TagSet(Properties, inherited: null, shape.NoTags, Evaluator, Editor);

    /// <summary>Whether the macro chose a log destination, in this run or an earlier one, so that the role needs permissions.</summary>
    public bool NeedsLogDelivery { get; set; }

    /// <summary>
    /// Whether it logs to a group of the template that has the name of the macro's. An earlier run may have chosen it.
    /// </summary>
    public bool MayNeedLogDelivery { get; set; }

    public Node? Role => Properties[shape.Role] is { } role && !Intrinsic.IsNoValue(role) ? role : null;

    /// <summary>The values that replace <c>${Name}</c> in the definition; null for none.</summary>
    public ObjectNode? Substitutions => Properties["DefinitionSubstitutions"u8] as ObjectNode;
}
