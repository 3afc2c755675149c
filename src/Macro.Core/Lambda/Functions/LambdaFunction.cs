using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Core.Tags;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>A function that is to be instrumented: its runtime and architecture are known, and its properties can be edited.</summary>
internal sealed class LambdaFunction
{
    private static readonly MemberName HandlerName = "Handler";
    private readonly FunctionShape _shape;
    private EnvironmentVariables? _variables;
    private TagSet? _tags;

    public LambdaFunction(
        Resource resource, FunctionShape shape, MacroConfig config, Runtime runtime, bool isArm, InstrumentationContext context,
        InheritedLayers? inheritedLayers, bool isImage = false)
    {
        _shape = shape;
        Resource = resource;
        Properties = resource.Properties!;
        Config = config;
        Runtime = runtime;
        IsArm = isArm;
        IsImage = isImage;
        Evaluator = context.Evaluator;
        Editor = context.Edit(resource);
        Layers = new LayerList(Properties, inheritedLayers, Evaluator, Editor);
    }

    public string LogicalId => Resource.LogicalId;

    public Resource Resource { get; }

    public ObjectNode Properties { get; }

    /// <summary>Records and makes every edit of the function.</summary>
    public ResourceEditor Editor { get; }

    /// <summary>The stack's settings, with those of this function applied.</summary>
    public MacroConfig Config { get; }

    public Runtime Runtime { get; }

    public bool IsArm { get; }

    /// <summary>Whether the code is a container image, which includes its runtime and libraries.</summary>
    public bool IsImage { get; }

    public Evaluator Evaluator { get; }

    public LayerList Layers { get; }

    public EnvironmentVariables Variables => _variables ??= new EnvironmentVariables(Properties, _shape.Inherited, Editor);

    public TagSet Tags => _tags ??= new TagSet(Properties, _shape.Inherited, _shape.NoTags, Evaluator, Editor);

    /// <summary>Whether SAM creates the function's role, including the permissions that X-Ray needs.</summary>
    public bool HasSamRole => IsSam && Role is null;

    public bool IsSam => _shape.IsSam;

    /// <summary>Whether it is a durable function, whose executions run on published versions.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html</remarks>
    public bool IsDurable => Property("DurableConfig"u8) is { } config && !Intrinsic.IsNoValue(config);

    /// <summary>Whether a layer that Datadog has signed is added.</summary>
    public bool HasSignedLayers { get; set; }

    /// <summary>The handler; for a container image, the first element of its command. Null when the template does not show it.</summary>
    public Node? Handler => IsImage ? ContainerImage.Handler(Properties) : Property("Handler"u8);

    /// <summary>A property of the function, as the target of a diagnostic.</summary>
    public PropertyTarget Target(string property) => new(LogicalId, property);

    public Node? Role => Property("Role"u8);

    /// <summary>Replaces the handler; null removes it.</summary>
    public void SetHandler(Node? handler)
    {
        if (IsImage) ContainerImage.SetHandler(Properties, handler!, Editor);
        else Editor.Set(ChangeKind.Handler, null, Properties, HandlerName, handler);
    }

    /// <summary>The mode of X-Ray tracing as written in the template; null for none.</summary>
    public string? TracingMode => _shape.TracingMode(Properties);

    /// <summary>Sets the mode of X-Ray tracing; null removes it.</summary>
    public void SetTracing(string? mode) => _shape.SetTracing(Properties, mode, Editor);

    /// <summary>Whether a text in the function's layers, set or inherited, passes a test.</summary>
    public bool HasLayer(Func<string, bool> test) =>
        Properties["Layers"u8] is { } own && Intrinsic.Mentions(own, test)
            || _shape.Inherited?["Layers"u8] is { } inherited && Intrinsic.Mentions(inherited, test);

    /// <summary>A property of the function, or else the one inherited from SAM's <c>Globals</c>.</summary>
    public Node? Property(ReadOnlySpan<byte> name) => Properties[name] ?? _shape.Inherited?[name];
}
