using Macro.Core.Diagnostics;

namespace Macro.Core.Configuration.Rules;

/// <summary>Checks settings against all rules between parameters.</summary>
/// <param name="stack">The settings of the stack.</param>
/// <param name="deployment">Where the stack is deployed.</param>
/// <param name="diagnostics">Receives the violations.</param>
internal sealed class ConfigValidator(MacroConfig stack, Deployment deployment, DiagnosticBag diagnostics)
{
    /// <summary>All rules, in the order in which their violations are reported.</summary>
    private static readonly IReadOnlyList<IConfigRule> Rules =
    [
        new OneApiKey(),
        new ExtensionReadsApiKey(),
        new KeylessPartition(),
        new KmsKeyIsArn(),
        new NoPlainApiKey(),
        new MetricsHaveDestination(),
        new LogInjection(),
        new LayerVersionOrArn(),
        new ExtensionHasVersion(),
        new ExtensionOrForwarder(),
        new CloudWatchLogsNeedExtension(),
        new LlmObsApp(),
        new AppSecNeedsTracing(),
        new FipsSite(),
        new GitDataFormat(),
        new TagsAreKnown(),
        new TagsAreAccepted(),
        new ExtraEnvFormat(),
        new ForwarderIsReachable(),
    ];

    private List<Diagnostic>? _stackViolations;

    private List<Diagnostic> StackViolations => _stackViolations ??= Check(stack);

    /// <summary>Reports the violations of the stack's settings.</summary>
    public void CheckStack()
    {
        foreach (var violation in StackViolations) diagnostics.Add(violation);
    }

    /// <summary>Reports the violations of a resource's settings that the stack's settings do not have.</summary>
    public void CheckResource(MacroConfig config, string logicalId)
    {
        if (ReferenceEquals(config, stack)) return;
        foreach (var violation in Check(config).Except(StackViolations))
            diagnostics.Add(violation with { Target = new ResourceParameterTarget(logicalId, violation.Subject!) });
    }

    private List<Diagnostic> Check(MacroConfig config) => [.. Rules.SelectMany(rule => rule.Check(config, deployment))];
}
