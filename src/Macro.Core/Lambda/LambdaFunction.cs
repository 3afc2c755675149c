using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Resources;
using Macro.Core.Tags;
using Macro.Json;

namespace Macro.Core.Lambda;

/// <summary>A function that is to be instrumented: its runtime and architecture are known, and its properties can be edited.</summary>
internal sealed class LambdaFunction
{
    private static readonly MemberName HandlerName = "Handler";
    private readonly FunctionShape _shape;
    private EnvironmentVariables? _variables;
    private TagSet? _tags;

    public LambdaFunction(Resource resource, FunctionShape shape, MacroConfig config, Runtime runtime, bool isArm, Evaluator evaluator, bool isImage = false)
    {
        _shape = shape;
        LogicalId = resource.LogicalId;
        Properties = resource.Properties!;
        Config = config;
        Runtime = runtime;
        IsArm = isArm;
        IsImage = isImage;
        Evaluator = evaluator;
        Layers = new LayerList(Properties, shape.Inherited, evaluator);
    }

    public string LogicalId { get; }

    public ObjectNode Properties { get; }

    /// <summary>The stack's settings, or those that hold for this function alone.</summary>
    public MacroConfig Config { get; }

    public Runtime Runtime { get; }

    public bool IsArm { get; }

    /// <summary>Whether the code is a container image, which brings its runtime and its libraries along.</summary>
    public bool IsImage { get; }

    public Evaluator Evaluator { get; }

    public LayerList Layers { get; }

    public EnvironmentVariables Variables => _variables ??= new EnvironmentVariables(Properties, _shape.Inherited);

    public TagSet Tags => _tags ??= new TagSet(Properties, _shape.Inherited, _shape.NoTags, Evaluator);

    /// <summary>Whether SAM makes the function's role, with what X-Ray needs.</summary>
    public bool HasRoleOfSam => IsSam && Role is null;

    public bool IsSam => _shape.IsSam;

    /// <summary>Whether a layer of Datadog's goes on it.</summary>
    public bool HasDatadogLayers => Config.HasExtension || Runtime.Language is not null && Config.IsTrue(ParameterCatalog.AddLayers);

    /// <summary>What Lambda calls; of a container image the first element of its command. Null: the template does not tell.</summary>
    public Node? Handler => IsImage ? ContainerImage.Handler(Properties) : Property("Handler"u8);

    public Node? Role => Property("Role"u8);

    public void SetHandler(string handler)
    {
        if (IsImage) ContainerImage.SetHandler(Properties, handler);
        else Properties[HandlerName] = handler;
    }

    public void ActivateTracing() => _shape.ActivateTracing(Properties);

    /// <summary>A property, by inheritance from SAM's <c>Globals</c> too.</summary>
    public Node? Property(ReadOnlySpan<byte> name) => Properties[name] ?? _shape.Inherited?[name];
}
