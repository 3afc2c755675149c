using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>
/// Adds Datadog's signing profile to a code signing configuration of the template when <c>addSigningProfile</c> is on. Warns about a
/// function whose code signing configuration may reject Datadog's layers.
/// </summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html,
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-codesigningconfig-allowedpublishers.html
/// </remarks>
internal sealed class AllowSigner : IInstrumentationStep<LambdaFunction>
{
    private const string Signer = "arn:aws:signer:us-east-1:464622532012:/signing-profiles/DatadogLambdaSigningProfile/9vMI9ZAGLc";
    private const string Remembered = "signer";
    private const int MaxSigners = 20;
    private static readonly MemberName Signers = "SigningProfileVersionArns";

    public void Apply(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!function.HasSignedLayers || function.Property("CodeSigningConfigArn"u8) is not { } reference) return;
        var mayEdit = function.Config.IsTrue(ParameterCatalog.AddSigningProfile);
        foreach (var (_, logicalId) in References.Branches(reference))
        {
            var config = context.Template.Find(logicalId, ResourceTypes.LambdaCodeSigningConfig);
            if (config?.Property("AllowedPublishers"u8) is not ObjectNode publishers
                || !(Allows(publishers) || mayEdit && Allow(publishers, context.Edit(config), memory)))
                context.Diagnostics.Add(FunctionDiagnostics.LayersUnsigned.For(function.Target("CodeSigningConfigArn"), Signer));
        }
    }

    public void Revert(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.Recall(Remembered) is not { } logicalId || context.Template.Find(logicalId) is not { } config) return;
        if (config.Property("AllowedPublishers"u8) is not ObjectNode publishers || publishers[Signers] is not ArrayNode signers) return;
        var others = ArrayNode.From(signers.Where(signer => signer.Text != Signer));
        if (others.Count < signers.Count) context.Edit(config).Set(ChangeKind.Property, PropertyName, publishers, Signers, others);
    }

    private static string PropertyName => $"AllowedPublishers.{Signers.Text}";

    private static bool Allows(ObjectNode publishers) =>
        ConditionalValue.All(publishers[Signers], list => list is not null && ListsSigner(list));

    private static bool Allow(ObjectNode publishers, ResourceEditor editor, InstrumentationMemory memory)
    {
        if (!ConditionalValue.All(publishers[Signers], list => list is ArrayNode { Count: < MaxSigners })) return false;
        ConditionalValue.Edit(publishers, Signers, list =>
        {
            if (list is ArrayNode signers && !ListsSigner(signers))
                editor.Append(ChangeKind.Property, $"{PropertyName}[{signers.Count}]", signers, Signer);
            return list;
        });
        memory.Remember(Remembered, editor.LogicalId);
        return true;
    }

    private static bool ListsSigner(Node list) => Intrinsic.Mentions(list, text => text == Signer);
}
