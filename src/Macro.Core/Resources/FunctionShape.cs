using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.Resources;

/// <summary>How a template writes a function down: as CloudFormation's resource, or as SAM's, which inherits from <c>Globals</c>.</summary>
internal abstract class FunctionShape
{
    public static readonly FunctionShape CloudFormation = new CloudFormationShape();

    /// <summary>What every function of a SAM template inherits: <c>Globals.Function</c>; null for none.</summary>
    public abstract ObjectNode? Inherited { get; }

    /// <summary>Whether SAM makes CloudFormation's resources of it, among them a role for a function that names none.</summary>
    public abstract bool IsSam { get; }

    /// <summary>The value that stands for no tags.</summary>
    public abstract Node NoTags();

    /// <summary>Turns X-Ray's active tracing on.</summary>
    public abstract void ActivateTracing(ObjectNode properties);

    /// <summary>The shape of a resource type; null when it is no function.</summary>
    public static FunctionShape? For(string type, Template template) => type switch
    {
        "AWS::Lambda::Function" => CloudFormation,
        "AWS::Serverless::Function" => new SamShape(template.Section("Globals"u8)?["Function"u8] as ObjectNode),
        _ => null,
    };

    private sealed class CloudFormationShape : FunctionShape
    {
        private static readonly MemberName TracingConfig = "TracingConfig";
        private static readonly Node Active = new ObjectNode { { "Mode", "Active" } }.Freeze();

        public override ObjectNode? Inherited => null;

        public override bool IsSam => false;

        public override Node NoTags() => new ArrayNode();

        public override void ActivateTracing(ObjectNode properties)
        {
            if (properties["TracingConfig"u8] is ObjectNode { Count: 1 } config && config.Contains("Mode"u8)) config["Mode"] = "Active";
            else properties[TracingConfig] = Active;
        }
    }

    /// <remarks>Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html</remarks>
    private sealed class SamShape(ObjectNode? globals) : FunctionShape
    {
        public override ObjectNode? Inherited => globals;

        public override bool IsSam => true;

        public override Node NoTags() => new ObjectNode();

        public override void ActivateTracing(ObjectNode properties) => properties["Tracing"] = "Active";
    }
}
