using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Checks;

/// <summary>Tells whether policies may allow reading the API key; one that the template does not show in full may.</summary>
/// <param name="action">The action that reads the key.</param>
/// <param name="key">The ARN of the secret or parameter.</param>
/// <param name="context">The template and its evaluator.</param>
internal sealed class KeyGrants(string action, Node key, InstrumentationContext context)
{
    private readonly string? _keyText = context.Evaluator.Text(key);
    private readonly Dictionary<Node, bool> _known = [];
    private readonly Dictionary<Node, bool> _denying = [];
    private Node? _lastArns;
    private bool _lastMayGrant;

    /// <summary>Whether a role of the template may read the key by its own policies, whatever its conditions are.</summary>
    public bool RoleMayUse(ObjectNode role) =>
        ManagedPoliciesMayGrant(role["ManagedPolicyArns"u8])
        || ConditionalValue.All(role["Policies"u8], this, static (policies, self) => self.MayGrantByPolicies(policies));

    /// <summary>Whether an inline policy denies the action, on whatever resource; it is then not for the macro to allow it.</summary>
    public bool RoleDenies(ObjectNode role) => role["Policies"u8] switch
    {
        null => false,
        ArrayNode list => AnyDenies(list),
        var policies => Denies(policies),
    };

    /// <summary>Whether one of several policies denies the action. Cached, since many roles may share a large policy.</summary>
    private bool AnyDenies(ArrayNode policies)
    {
        foreach (var policy in policies)
        {
            if (!_denying.TryGetValue(policy, out var denies)) _denying[policy] = denies = Denies(policy);
            if (denies) return true;
        }
        return false;
    }

    /// <summary>Whether managed policies may allow reading the key. The last result is kept, since most roles have the same ones.</summary>
    private bool ManagedPoliciesMayGrant(Node? arns)
    {
        if (arns is null) return false;
        if (_lastArns is null || !arns.IsSpelledLike(_lastArns))
        {
            _lastArns = arns;
            _lastMayGrant = ConditionalValue.All(arns, this, static (branch, self) => self.MayGrantByArns(branch));
        }
        return _lastMayGrant;
    }

    private bool MayGrantByPolicies(Node? policies)
    {
        if (policies is not ArrayNode list) return policies is not null && MayGrant(policies);
        foreach (var item in list)
        {
            if (ConditionalValue.All(item, this, static (policy, self) => policy is not null && self.MayGrant(policy))) return true;
        }
        return false;
    }

    private bool MayGrantByArns(Node? arns)
    {
        if (arns is not ArrayNode list) return arns is not null;
        foreach (var item in list)
        {
            if (ConditionalValue.All(item, this, static (arn, self) => arn is not null && self.MayGrantByArn(arn))) return true;
        }
        return false;
    }

    private bool MayGrantByArn(Node arn) =>
        context.Template.Find(References.Target(arn), ResourceTypes.ManagedPolicy) is { Properties: { } policy } ? MayGrant(policy)
        : !ManagedPolicies.IsHarmless(arn);

    private bool Denies(Node policy)
    {
        if (policy is ArrayNode list)
        {
            foreach (var item in list)
            {
                if (Denies(item)) return true;
            }
        }
        else if (policy is ObjectNode statement)
        {
            if (statement.TextOf("Effect"u8) == "Deny") return AllowsAction(statement);
            foreach (var value in statement.Values)
            {
                if (Denies(value)) return true;
            }
        }
        return false;
    }

    /// <summary>Whether the role that SAM creates may read the key, by the function's property <c>Policies</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html
    /// </remarks>
    public bool SamRoleMayUse(Node? policies) => policies switch
    {
        _ when policies is null || Intrinsic.IsNoValue(policies) => false,
        ArrayNode list => list.Any(SamRoleMayUse),
        ObjectNode { SingleMember: { Key: "AWSSecretsManagerGetSecretValuePolicy", Value: ObjectNode secret } } =>
            action.StartsWith("secretsmanager:", StringComparison.Ordinal) && MayBeKey(secret["SecretArn"u8]),
        ObjectNode { SingleName: "KMSDecryptPolicy" } => action == "kms:Decrypt",
        ObjectNode { SingleName: { } name } when name.StartsWith("SSMParameter", StringComparison.Ordinal) =>
            action.StartsWith("ssm:", StringComparison.Ordinal),
        ObjectNode { SingleName: { } name } when name.EndsWith("Policy", StringComparison.Ordinal) => false,
        ObjectNode document => MayGrant(document),
        _ => !ManagedPolicies.IsHarmless(policies),
    };

    /// <summary>Whether a policy may allow reading the key. Cached, since many roles may share a large policy.</summary>
    public bool MayGrant(Node policy) =>
        _known.TryGetValue(policy, out var known) ? known : _known[policy] = Covers(policy) || HidesStatements(policy);

    /// <summary>Whether a statement anywhere in the policy allows the action on the key, by name, by a wildcard, or by exclusion.</summary>
    private bool Covers(Node policy)
    {
        if (policy is ArrayNode list)
        {
            foreach (var item in list)
            {
                if (Covers(item)) return true;
            }
        }
        else if (policy is ObjectNode statement && statement.TextOf("Effect"u8) != "Deny")
        {
            if (AllowsAction(statement) && AllowsOnKey(statement)) return true;
            foreach (var value in statement.Values)
            {
                if (Covers(value)) return true;
            }
        }
        return false;
    }

    private bool AllowsAction(ObjectNode statement) => statement.Contains("NotAction"u8)
        || statement["Action"u8] is { } actions
            && Intrinsic.Mentions(actions, action, IamPattern.IsAction);

    private bool AllowsOnKey(ObjectNode statement) => statement["Resource"u8] switch
    {
        null => true,
        ArrayNode list => list.Any(item => ConditionalValue.Leaves(item).Any(MayBeKey)),
        { } resource => ConditionalValue.Leaves(resource).Any(MayBeKey),
    };

    /// <summary>Whether a resource of a statement may be the key; false only if both are known to be different.</summary>
    private bool MayBeKey(Node? resource)
    {
        if (resource is null) return false;
        if (_keyText is null || context.Evaluator.Text(resource) is not { } pattern) return MayBeKeyOfTemplate(resource);
        return !IamPattern.IsResource(pattern) || IamPattern.IsSecret(pattern, _keyText);
    }

    /// <summary>Whether both may be the same resource; a secret of the template is found in a literal ARN by its name.</summary>
    private bool MayBeKeyOfTemplate(Node resource)
    {
        if (context.Template.Find(References.Target(resource)) is not { } declared) return true;
        if (_keyText is null)
            return context.Template.Find(References.Target(key)) is not { } other || other.LogicalId == declared.LogicalId;
        var name = declared.Property("Name"u8) is { } given ? context.Evaluator.Text(given) : declared.LogicalId;
        return declared.Type != "AWS::SecretsManager::Secret" || name is null || _keyText.Contains(name, StringComparison.Ordinal);
    }

    /// <summary>Whether an intrinsic function replaces a policy, document or statement, so that its content is unknown.</summary>
    private static bool HidesStatements(Node policy) => policy switch
    {
        ArrayNode list => list.Any(HidesStatements),
        ObjectNode document => Intrinsic.Is(document)
            || Hides(document["PolicyDocument"u8]) || Hides(document["Statement"u8]) || Hides(document["Action"u8]),
        _ => false,
    };

    private static bool Hides(Node? part) => part is not null && HidesStatements(part);
}
