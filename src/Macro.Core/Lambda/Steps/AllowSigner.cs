using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>
/// Lets a code-signing configuration of the template accept Datadog's layers, when asked to; warns of a function whose configuration may not.
/// </summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html,
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-codesigningconfig-allowedpublishers.html
/// </remarks>
internal sealed class AllowSigner : IFunctionStep
{
    private const string Signer = "arn:aws:signer:us-east-1:464622532012:/signing-profiles/DatadogLambdaSigningProfile/9vMI9ZAGLc";
    private const int MaxSigners = 20;
    private static readonly MemberName Signers = "SigningProfileVersionArns";

    public void Apply(LambdaFunction function, InstrumentationContext context)
    {
        if (!function.HasDatadogLayers || function.Property("CodeSigningConfigArn"u8) is not { } reference) return;
        var mayEdit = function.Config.IsTrue(ParameterCatalog.AddSigningProfile);
        foreach (var (_, logicalId) in References.Branches(reference))
        {
            var publishers = context.Template.Find(logicalId, "AWS::Lambda::CodeSigningConfig")?.Property("AllowedPublishers"u8) as ObjectNode;
            if (publishers is null || !(Allows(publishers) || mayEdit && Allow(publishers)))
                context.Diagnostics.Add(FunctionDiagnostics.LayersUnsigned.For(new ResourceTarget(function.LogicalId), Signer));
        }
    }

    private static bool Allows(ObjectNode publishers) => ConditionalValue.All(publishers[Signers], list => list is not null && ListsSigner(list));

    private static bool Allow(ObjectNode publishers)
    {
        if (!ConditionalValue.All(publishers[Signers], list => list is ArrayNode { Count: < MaxSigners })) return false;
        ConditionalValue.Edit(publishers, Signers, list =>
        {
            if (!ListsSigner(list!)) ((ArrayNode)list!).Add(Signer);
            return list;
        });
        return true;
    }

    private static bool ListsSigner(Node list) => Intrinsic.Mentions(list, text => text == Signer);
}
