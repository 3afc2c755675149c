using Macro.CloudFormation.Identifiers;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Finds why a deployed function must be left alone, whatever the settings would change about it.</summary>
/// <param name="options">The options of the run.</param>
/// <param name="settings">The settings of the run.</param>
internal sealed class FunctionClassifier(RunOptions options, EngineSettings settings)
{
    private const string HandlerVariable = "DD_LAMBDA_HANDLER";

    /// <summary>Whether the function has nothing that could be taken back.</summary>
    public bool HasNothingToRevert(FunctionState state) =>
        options.IsReverting && !state.Tags.IsOurs && state.Tags.OtherTool is null
        && !(options.Handler is not null && HasDatadogHandler(state));

    /// <summary>The reason; null for none.</summary>
    public Diagnostic? FindReason(FunctionState state)
    {
        var target = new ResourceTarget(state.Configuration.Name);
        return FindState(state, target) ?? Ownership.FindReason(state.Tags, options, target)
            ?? (options.IsReverting ? FindMissingHandler(state, target) : FindUnsupported(state, target));
    }

    private static Diagnostic? FindState(FunctionState state, ResourceTarget target)
    {
        var function = state.Configuration;
        if (function.MasterArn is not null) return DeployedDiagnostics.EdgeReplica.For(target);
        if (function.State is "Failed" or "Inactive") return DeployedDiagnostics.BadState.For(target, function.State);
        if (FunctionReader.IsBusy(function)) return DeployedDiagnostics.UpdateInProgress.For(target);
        if (function.VariablesError is { } code) return DeployedDiagnostics.Undecryptable.For(target, code);
        return state.Function.TagsError is { } error ? DeployedDiagnostics.TagsUnreadable.For(target, error) : null;
    }

    private Diagnostic? FindMissingHandler(FunctionState state, ResourceTarget target) =>
        options.Handler is null && HasDatadogHandler(state) && !state.Configuration.Variables.ContainsKey(HandlerVariable)
        && !MemoryTags.Read(state.Tags.Memory, state.Configuration.Layers).KeptVariables.Contains(HandlerVariable)
            ? DeployedDiagnostics.HandlerUnknown.For(target)
            : null;

    private Diagnostic? FindUnsupported(FunctionState state, ResourceTarget target)
    {
        var function = state.Configuration;
        if (IsForwarder(function.Name)) return DeployedDiagnostics.Forwarder.For(target);
        if (function.PackageType == "Image") return settings.Text("containerImages") is null ? DeployedDiagnostics.Image.For(target) : null;
        return function.Runtime is { } runtime && !FunctionFacts.IsSupported(runtime)
            ? DeployedDiagnostics.UnknownRuntime.For(target, runtime)
            : null;
    }

    private bool IsForwarder(string name) => ((string[])["forwarderArn", "stepFunctionForwarderArn"])
        .Select(settings.Text).OfType<string>().Any(arn => Arn.Parse(arn)?.Resource.Split(':') is [_, var forwarder, ..]
            && forwarder == name);

    private static bool HasDatadogHandler(FunctionState state) => FunctionFacts.IsDatadogHandler(
        state.Configuration.Command is [var first, ..] ? first : state.Configuration.Handler);
}
