using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Core.Lambda.Checks;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>A right that a function needs to read its API key.</summary>
/// <param name="Action">The IAM action.</param>
/// <param name="Resource">What the action is allowed on; null when the setting is not an ARN, which IAM requires.</param>
/// <param name="Parameter">The parameter that names the resource.</param>
/// <param name="Grants">Tells whether policies may grant the right.</param>
internal sealed record KeyRight(string Action, Node? Resource, Parameter Parameter, KeyGrants Grants)
{
    private const string AnySuffix = "-??????";
    private const int SuffixLength = 6;

    /// <summary>The right in words.</summary>
    public string Description => $"{Action} on the ARN in {Parameter.Name}";

    /// <summary>The statement that grants the right.</summary>
    public ObjectNode Statement => PolicyDocument.Allow(Action, Resource!);

    /// <summary>The rights that the settings of the stack ask for.</summary>
    public static List<KeyRight> Needed(InstrumentationContext context)
    {
        var rights = new List<KeyRight>();
        if (context.Config.ApiKeySetting is not { Value: { } key, Parameter: var parameter }) return rights;
        if (parameter == ParameterCatalog.ApiKeySecretArn)
            rights.Add(Create("secretsmanager:GetSecretValue", parameter, key, Secret(key, context), context));
        else if (parameter == ParameterCatalog.ApiKeySsmArn)
            rights.Add(Create("ssm:GetParameter", parameter, key, Arn(key, context), context));
        else if (parameter != ParameterCatalog.ApiKmsKey) return rights;
        if (context.Config.Value(ParameterCatalog.KmsKeyArn) is { } kms)
            rights.Add(Create("kms:Decrypt", ParameterCatalog.KmsKeyArn, kms, Arn(kms, context), context));
        return rights;
    }

    private static KeyRight Create(string action, Parameter parameter, Node key, Node? resource, InstrumentationContext context) =>
        new(action, resource?.Freeze(), parameter, new KeyGrants(action, key, context));

    /// <summary>The key itself unless it is known not to be an ARN, with which the deployment would fail.</summary>
    private static Node? Arn(Node key, InstrumentationContext context) => Known(key, context) is { } text && !IsArn(text) ? null : key;

    /// <summary>
    /// The resource of a secret. Secrets Manager adds a hyphen and six random characters to the name. An ARN without them is completed, and
    /// so is one that may lack them, beside the ARN itself.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen</remarks>
    private static Node? Secret(Node key, InstrumentationContext context)
    {
        if (Known(key, context) is not { } text)
        {
            return context.Template.Find(References.Target(key)) is not null
                ? key
                : new ArrayNode { key, Intrinsic.MakeJoin("", [key, AnySuffix]) };
        }
        if (!IsArn(text)) return null;
        var suffix = text.AsSpan(text.Length - SuffixLength);
        if (text[^(SuffixLength + 1)] != '-' || !IsAll(suffix, char.IsAsciiLetterOrDigit)) return new ScalarNode(text + AnySuffix);
        return IsAll(suffix, char.IsAsciiLetterLower) ? new ArrayNode { key, text + AnySuffix } : key;
    }

    private static bool IsAll(ReadOnlySpan<char> text, Func<char, bool> test)
    {
        foreach (var character in text)
        {
            if (!test(character)) return false;
        }
        return true;
    }

    /// <summary>The text, if it is the same during the deployment.</summary>
    private static string? Known(Node key, InstrumentationContext context) =>
        context.Evaluator.Text(key) is { } text && !text.Contains("{{resolve:", StringComparison.Ordinal) ? text : null;

    private static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal)
        && text.AsSpan().Count(':') >= 5 && text.Length > "arn:aws:ssm:::".Length;
}
