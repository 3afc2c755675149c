namespace Macro.Cli.Reference;

/// <summary>A mistake in the macro's entry, and the same without it.</summary>
/// <param name="Code">The diagnostic that the mistake causes.</param>
/// <param name="Before">The parameters with the mistake, YAML.</param>
/// <param name="After">The parameters without it.</param>
internal sealed record DiagnosticSample(string Code, string Before, string After);

/// <summary>Examples of mistakes in the parameters of the transform, for <c>macro explain</c>. A test runs each.</summary>
internal static class DiagnosticSamples
{
    private const string Secret = "apiKeySecretArn: arn:aws:secretsmanager:us-east-1:123456789012:secret:datadog-api-key-a1B2c3";
    private const string Forwarder = "forwarderArn: arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder";

    private static readonly IReadOnlyList<DiagnosticSample> All =
    [
        new("DD202", "servcie: orders", "service: orders"),
        new("DD203", "pythonLayerVersion: latest", "pythonLayerVersion: 128"),
        new("DD206", "enableDDLogs: true\nenableDatadogLogs: false", "enableDDLogs: true"),
        new("DD207", $"{Secret}\napiKey: 0123456789abcdef", Secret),
        new(
            "DD208", "pythonLayerVersion: 128\npythonLayerArn: arn:aws:lambda:us-east-1:123456789012:layer:Own:1",
            "pythonLayerVersion: 128"),
        new("DD210", "addExtension: true", $"addExtension: true\n{Secret}"),
        new("DD211", $"addExtension: true\n{Secret}\n{Forwarder}", $"addExtension: true\n{Secret}"),
        new("DD213", "llmObsEnabled: true", "llmObsEnabled: true\nllmObsMlApp: orders"),
        new("DD216", "forwarderArn: datadog-forwarder", Forwarder),
        new("DD218", "gitData: abc", "gitData: 0123456789abcdef0123456789abcdef01234567,https://github.com/acme/orders"),
        new("DD219", "extraEnv: [DD_LOG_LEVEL]", "extraEnv: [DD_LOG_LEVEL=debug]"),
        new("DD222", "apiKey: 0123456789abcdef", Secret),
        new("DD224", "extraEnv: [AWS_REGION=eu-west-3]", "extraEnv: [DD_LOG_LEVEL=debug]"),
    ];

    /// <summary>The codes with an example.</summary>
    public static IEnumerable<string> Codes => All.Select(sample => sample.Code);

    /// <summary>The example of a code; null when there is none.</summary>
    public static DiagnosticSample? Find(string code) => All.FirstOrDefault(sample => sample.Code == code);
}
