using System.Collections.Immutable;
using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>The API key, and the site that it belongs to.</content>
public static partial class ParameterCatalog
{
    /// <summary>Datadog's sites.</summary>
    /// <remarks>Source: https://docs.datadoghq.com/getting_started/site/</remarks>
    private static readonly ImmutableArray<string> Sites =
    [
        "datadoghq.com", "datadoghq.eu", "us3.datadoghq.com", "us5.datadoghq.com", "ap1.datadoghq.com", "ap2.datadoghq.com",
        "uk1.datadoghq.com", "ddog-gov.com", "us2.ddog-gov.com",
    ];

    private static readonly ImmutableArray<string> ApiKeyNames =
        ["apiKey", "apiKeySecretArn", "apiKeySsmArn", "apiKeySsmName", "apiKMSKey", "orgUuid"];

    internal static readonly Parameter ApiKey = new("apiKey", Text, "Datadog API key in plain text; prefer a secret.")
    {
        IsSecret = true,
        ProcessVariable = "DD_API_KEY",
        Variables = ["DD_API_KEY"],
        Replaces = ApiKeyNames,
    };

    internal static readonly Parameter ApiKeySecretArn = new(
        "apiKeySecretArn", Text,
        "ARN of the Secrets Manager secret that holds the API key.")
    {
        ProcessVariable = "DD_API_KEY_SECRET_ARN",
        Variables = ["DD_API_KEY_SECRET_ARN"],
        Replaces = ApiKeyNames,
    };

    internal static readonly Parameter ApiKeySsmArn = new("apiKeySsmArn", Text, "ARN of the SSM parameter that holds the API key.")
    {
        ProcessVariable = "DD_API_KEY_SSM_ARN",
        Variables = ["DD_API_KEY_SSM_ARN"],
        Replaces = ApiKeyNames,
    };

    internal static readonly Parameter ApiKeySsmName = new(
        "apiKeySsmName", Text,
        "Name of the SSM parameter that holds the API key; the libraries read it, the extension does not.")
    {
        ProcessVariable = "DD_API_KEY_SSM_NAME",
        Variables = ["DD_API_KEY_SSM_NAME"],
        Replaces = ApiKeyNames,
    };

    internal static readonly Parameter ApiKmsKey = new("apiKMSKey", Text, "API key encrypted with KMS.")
    {
        OtherSpellings = ["apiKmsKey"],
        IsSecret = true,
        ProcessVariable = "DD_KMS_API_KEY",
        Variables = ["DD_KMS_API_KEY"],
        Replaces = ApiKeyNames,
    };

    internal static readonly Parameter GrantSecretAccess = new(
        "grantSecretAccess", Flag,
        "Whether roles of the template that cannot read the API key's secret or SSM parameter get the policy DatadogApiKey.")
    {
        Default = "true",
        ProcessVariable = "DD_MACRO_GRANT_SECRET_ACCESS",
        PerResource = true,
    };

    internal static readonly Parameter KmsKeyArn = new(
        "kmsKeyArn", Text,
        "ARN of the KMS key that encrypts the API key; DatadogApiKey then also allows kms:Decrypt on it.")
    {
        ProcessVariable = "DD_MACRO_KMS_KEY_ARN",
    };

    internal static readonly Parameter OrgUuid = new(
        "orgUuid", Text,
        "UUID of your Datadog organization, for authentication by the function's role instead of an API key.")
    {
        ProcessVariable = "DD_ORG_UUID",
        Variables = ["DD_ORG_UUID"],
        Replaces = ApiKeyNames,
    };

    internal static readonly Parameter Site = new("site", Choice, "Datadog site that receives the data.")
    {
        Choices = Sites,
        Default = "datadoghq.com",
        ProcessVariable = "DD_SITE",
        Variables = ["DD_SITE"],
    };

    /// <summary>The parameters that give the API key; at most one may be set.</summary>
    internal static readonly IReadOnlyList<Parameter> ApiKeys =
        [ApiKey, ApiKeySecretArn, ApiKeySsmArn, ApiKeySsmName, ApiKmsKey, OrgUuid];
}
