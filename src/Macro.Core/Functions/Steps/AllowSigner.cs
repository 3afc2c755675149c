using Macro.Core.Config;
using Macro.Core.Diagnostics;
using Macro.Core.Templates;

namespace Macro.Core.Functions.Steps;

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
    private const int MostSigners = 20;
    private static readonly MemberName Signers = "SigningProfileVersionArns";

    public void Apply(LambdaFunction function, Deployment deployment)
    {
        if (!function.HasDatadogLayers || function.Property("CodeSigningConfigArn"u8) is not { } reference) return;
        var mayEdit = function.Config.IsTrue(ParameterCatalog.AddSigningProfile);
        foreach (var (_, logicalId) in References.Branches(reference))
        {
            var publishers = deployment.Template.Find(logicalId, "AWS::Lambda::CodeSigningConfig")?.Property("AllowedPublishers"u8) as ObjectNode;
            if (publishers is null || !(Allows(publishers) || mayEdit && Allow(publishers)))
                deployment.Diagnostics.Add(DiagnosticCatalog.LayersUnsigned, function.LogicalId, Signer);
        }
    }

    private static bool Allows(ObjectNode publishers) => Conditional.All(publishers[Signers], list => list is not null && ListsSigner(list));

    private static bool Allow(ObjectNode publishers)
    {
        if (!Conditional.All(publishers[Signers], list => list is ArrayNode { Count: < MostSigners })) return false;
        Conditional.Edit(publishers, Signers, list =>
        {
            if (!ListsSigner(list!)) ((ArrayNode)list!).Add(Signer);
            return list;
        });
        return true;
    }

    private static bool ListsSigner(Node list) => Intrinsic.Mentions(list, text => text == Signer);
}
