using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Checks;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>
/// Allows roles to read the API key, with one inline policy per role, where the template shows that nothing else does. A role with policies
/// that the template does not show in full is left alone.
/// </summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/aws_lambda/installation/</remarks>
internal sealed class ApiKeyAccess(InstrumentationContext context)
{
    private const string PolicyName = "DatadogApiKey";

    private static readonly List<KeyRight> NoRights = [];
    private readonly List<KeyRight> _rights = KeyRight.Needed(context);

    /// <summary>The policy for all rights, which most roles get.</summary>
    private ObjectNode? _wholePolicy;

    public void Grant(IReadOnlyCollection<LambdaFunction> functions)
    {
        if (_rights.Count == 0) return;
        foreach (var role in RoleUse.Find(functions, context.Template))
        {
            var missing = Missing(role, _rights);
            if (role.Declared is { } declared && missing.Count < _rights.Count) CheckBoundary(declared, [.. _rights.Except(missing)]);
            if (missing.Count == 0) continue;
            var asks = role.Users.Exists(static user => user.Config.IsTrue(ParameterCatalog.GrantSecretAccess));
            if (role.Declared is null && !role.IsSam) WarnElsewhere(role, missing, asks);
            else if (!asks || !Add(role, missing)) Warn(role, missing);
        }
    }

    /// <summary>Removes the policy that was added for a function and others with its role.</summary>
    public void Revoke(InstrumentationMemory memory) => RolePolicies.Revoke(PolicyName, context, memory);

    private List<KeyRight> Missing(RoleUse role, List<KeyRight> rights)
    {
        var granted = 0;
        foreach (var right in rights)
        {
            if (MayUse(role, right)) granted++;
        }
        return granted == 0 ? rights : granted == rights.Count ? NoRights : MissingOf(role, rights);
    }

    private List<KeyRight> MissingOf(RoleUse role, List<KeyRight> rights) => rights.FindAll(right => !MayUse(role, right));

    private bool MayUse(RoleUse role, KeyRight right)
    {
        if (role.Declared is null && !role.IsSam) return false;
        var mayUse = role.Declared is { } declared
            ? right.Grants.RoleMayUse(declared.Properties!)
            : right.Grants.SamRoleMayUse(role.Users[0].Property("Policies"u8));
        if (mayUse) return true;
        foreach (var policy in context.AttachedPolicies[role.Name])
        {
            if (IsAttachedWith(role, policy) && right.Grants.MayGrant(policy.Properties!)) return true;
        }
        return false;
    }

    /// <summary>Whether a policy is attached whenever the role exists.</summary>
    private bool IsAttachedWith(RoleUse role, Resource policy) => policy.Condition is not { } condition
        || condition == (role.Declared ?? role.Users[0].Resource).Condition || context.Evaluator.Condition(condition) is true;

    private bool Add(RoleUse role, List<KeyRight> missing)
    {
        foreach (var right in missing)
        {
            if (right.Resource is null || IsCircular(role, right.Resource)) return false;
            if (role.Declared is not null && right.Grants.RoleDenies(role.Declared.Properties!)) return false;
        }
        if (role.Declared is not { } declared) return AddToSamRole(role.Users[0], Document(missing));
        var memory = context.Journal.MemoryOf(role.Users[0].LogicalId);
        if (!RolePolicies.Add(declared, PolicyName, Policy(missing), context, memory) || Missing(role, missing).Count > 0) return false;
        CheckBoundary(declared, missing);
        return true;
    }

    private ObjectNode Policy(List<KeyRight> rights)
    {
        return rights.Count < _rights.Count ? Create(rights) : _wholePolicy ??= Create(rights);

        static ObjectNode Create(List<KeyRight> rights) =>
            (ObjectNode)RolePolicies.Make(PolicyName, Document(rights)).Freeze();
    }

    /// <summary>
    /// Whether the key depends on the role, for example by the policy of its KMS key. CloudFormation rejects a role that refers to it.
    /// </summary>
    private bool IsCircular(RoleUse role, Node key) =>
        key is not ScalarNode && ReferenceWalk.DependsOn(key, role.Name, context.Template);

    /// <summary>Adds the policy to <c>Policies</c>, from which SAM creates the role.</summary>
    private static bool AddToSamRole(LambdaFunction function, ObjectNode document)
    {
        var own = function.Properties["Policies"u8];
        var inherits = own is null && function.Property("Policies"u8) is not null;
        if (inherits || !ConditionalValue.All(own, policies => policies is null or ArrayNode || !Intrinsic.Is(policies))) return false;
        ConditionalValue.Edit(function.Properties, "Policies", (policies, parent, segment) =>
        {
            if (policies is ArrayNode list)
            {
                function.Editor.Append(ChangeKind.Policy, PolicyName, list, document);
                return list;
            }
            function.Editor.Record(ChangeKind.Policy, PolicyName, parent, segment);
            return policies is null ? [document] : new ArrayNode { policies, document };
        });
        return true;
    }

    /// <summary>A boundary limits what policies allow; one that the template shows may leave a right out.</summary>
    private void CheckBoundary(Resource role, List<KeyRight> granted)
    {
        var boundary = context.Template.Find(References.Target(role.Property("PermissionsBoundary"u8)), ResourceTypes.ManagedPolicy);
        if (boundary?.Properties is not null) CheckBoundary(role, boundary, granted);
    }

    private void CheckBoundary(Resource role, Resource boundary, List<KeyRight> granted)
    {
        var hidden = granted.FindAll(right => !right.Grants.MayGrant(boundary.Properties!));
        if (hidden.Count == 0) return;
        var actions = string.Join(" and ", hidden.Select(right => right.Action));
        var target = new PropertyTarget(role.LogicalId, "PermissionsBoundary");
        context.Diagnostics.Add(FeatureDiagnostics.BoundaryHidesKey.For(target, boundary.LogicalId, actions));
    }

    private void WarnElsewhere(RoleUse role, List<KeyRight> missing, bool asks)
    {
        if (!asks || missing.Exists(right => right.Resource is null)) return;
        var statements = string.Join(", ", missing.Select(right => right.Statement));
        context.Diagnostics.Add(FeatureDiagnostics.KeyRoleElsewhere.For(role.Users[0].Target("Role"), Names(role.Users), statements));
    }

    private void Warn(RoleUse role, List<KeyRight> missing) => context.Diagnostics.Add(
        FunctionDiagnostics.RoleCannotReadKey.For(
            role.Users[0].Target("Role"), role.Name, Names(role.Users), string.Join(" and ", missing.Select(right => right.Description))));

    private static ObjectNode Document(List<KeyRight> rights) => PolicyDocument.Of(rights.Select(right => right.Statement));

    private static string Names(List<LambdaFunction> functions) =>
        FunctionNames.Text(functions.ConvertAll(function => function.LogicalId));
}
