using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Resources;

/// <summary>How a template declares a function: as a CloudFormation or SAM resource. SAM resources inherit from <c>Globals</c>.</summary>
internal abstract class FunctionShape
{
    public static readonly FunctionShape CloudFormation = new CloudFormationShape();

    /// <summary>The properties that every function of a SAM template inherits: <c>Globals.Function</c>; null for none.</summary>
    public abstract ObjectNode? Inherited { get; }

    /// <summary>Whether it is a SAM resource; SAM creates a role for a function without one.</summary>
    public abstract bool IsSam { get; }

    /// <summary>Returns a property of a function, set or inherited; null if it has neither.</summary>
    public Node? Property(Resource function, ReadOnlySpan<byte> name) => function.Property(name) ?? Inherited?[name];

    /// <summary>Creates an empty set of tags.</summary>
    public abstract Func<Node> NoTags { get; }

    /// <summary>The mode of X-Ray tracing as a literal; null for none.</summary>
    public abstract string? TracingMode(ObjectNode properties);

    /// <summary>Sets the mode of X-Ray tracing; null removes it.</summary>
    public abstract void SetTracing(ObjectNode properties, string? mode, ResourceEditor editor);

    /// <summary>The shape of a resource type; null when it is not a function.</summary>
    public static FunctionShape? For(string type, Template template) => type switch
    {
        ResourceTypes.LambdaFunction => CloudFormation,
        ResourceTypes.ServerlessFunction => new SamShape(template.Section("Globals"u8)?["Function"u8] as ObjectNode),
        _ => null,
    };

    private sealed class CloudFormationShape : FunctionShape
    {
        private const string TracingName = "TracingConfig";
        private static readonly MemberName TracingConfig = TracingName;
        private static readonly MemberName Mode = "Mode";
        private static readonly Node Active = new ObjectNode { { Mode, "Active" } }.Freeze();

        public override ObjectNode? Inherited => null;

        public override bool IsSam => false;

        public override Func<Node> NoTags { get; } = static () => new ArrayNode();

        public override string? TracingMode(ObjectNode properties) => (properties[TracingConfig] as ObjectNode)?.TextOf("Mode"u8);

        public override void SetTracing(ObjectNode properties, string? mode, ResourceEditor editor)
        {
            if (mode is null) editor.Set(ChangeKind.Tracing, TracingName, properties, TracingConfig, null);
            else if (properties[TracingConfig] is ObjectNode { Count: 1 } existing && existing.Contains(Mode.Utf8))
                editor.Set(ChangeKind.Tracing, $"{TracingName}.Mode", existing, Mode, mode);
            else
            {
                var config = mode == "Active" ? Active : new ObjectNode { { Mode, mode } };
                editor.Set(ChangeKind.Tracing, TracingName, properties, TracingConfig, config);
            }
        }
    }

    /// <remarks>Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html</remarks>
    private sealed class SamShape(ObjectNode? globals) : FunctionShape
    {
        private const string TracingName = "Tracing";

        public override ObjectNode? Inherited => globals;

        public override bool IsSam => true;

        public override Func<Node> NoTags { get; } = static () => new ObjectNode();

        public override string? TracingMode(ObjectNode properties) => properties.TextOf("Tracing"u8);

        public override void SetTracing(ObjectNode properties, string? mode, ResourceEditor editor) =>
            editor.Set(ChangeKind.Tracing, TracingName, properties, TracingName, mode is null ? null : (Node)mode);
    }
}
