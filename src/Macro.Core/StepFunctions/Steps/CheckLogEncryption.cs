using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Warns when execution data that a customer managed key protects is logged to a group without a key.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
/// </remarks>
internal sealed class CheckLogEncryption : IInstrumentationStep<StateMachine>
{
    private const string Encryption = "EncryptionConfiguration";

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (ConditionalValue.All(machine.Properties[(MemberName)Encryption], HasNoKey)) return;
        if (ManagedLogGroup.Find(machine, context.Template) is not { } group || group.Property("KmsKeyId"u8) is not null) return;
        var target = new PropertyTarget(machine.LogicalId, Encryption);
        context.Diagnostics.Add(StateMachineDiagnostics.LogGroupNotEncrypted.For(target, group.LogicalId));
    }

    /// <summary>Nothing to remove.</summary>
    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory) { }

    private static bool HasNoKey(Node? encryption) =>
        encryption is null || encryption is ObjectNode section && !Intrinsic.Is(section) && section["KmsKeyId"u8] is null;
}
