using Macro.Aws.Lambda;
using Macro.Cli.Changes;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Plans which version is published, and which alias then points to it.</summary>
/// <param name="clients">The clients of the region.</param>
/// <param name="options">The options of the run.</param>
internal sealed class ReleasePlanner(RegionClients clients, RunOptions options)
{
    private const string NewVersion = "a new version";

    /// <summary>Plans the release of a function.</summary>
    /// <param name="state">The function.</param>
    /// <param name="isChanging">Whether its configuration changes.</param>
    /// <param name="cancel">Ends the calls.</param>
    /// <returns>The release, null for none; its lines; and why the function must be left alone, null for nothing.</returns>
    public async Task<(ReleasePlan? Release, IReadOnlyList<ChangeLine> Lines, Diagnostic? Problem)> PlanAsync(
        FunctionState state, bool isChanging, CancellationToken cancel)
    {
        if (!options.Publishes) return (null, [], null);
        if (options.Alias is not { } name)
            return isChanging ? (new(null), [new(ChangeKind.Property, "version", null, NewVersion)], null) : (null, [], null);
        var function = state.Configuration;
        var alias = await clients.Lambda.GetAliasAsync(function.Name, name, cancel);
        var version = alias.Version == "$LATEST" ? function : await ReadVersion(function, alias.Version, cancel);
        if (!isChanging && IsSame(function, version)) return (null, [], null);
        var target = new ResourceTarget(function.Name);
        if (version.CodeSha256 != function.CodeSha256)
            return (null, [], DeployedDiagnostics.CodeNotReleased.For(target, name,
                $"the code of $LATEST is not that of version {alias.Version}"));
        if (alias.HasWeights)
            return (null, [], DeployedDiagnostics.CodeNotReleased.For(target, name, "it also sends calls to another version"));
        return (new(name), [new(ChangeKind.Property, $"alias {name}", $"version {alias.Version}", NewVersion)], null);
    }

    private Task<FunctionConfiguration> ReadVersion(FunctionConfiguration function, string version, CancellationToken cancel) =>
        clients.Lambda.GetFunctionConfigurationAsync(function.Name, cancel, version);

    private static bool IsSame(FunctionConfiguration one, FunctionConfiguration other) =>
        one.Handler == other.Handler && one.TracingMode == other.TracingMode && one.Layers.SequenceEqual(other.Layers)
        && one.Command.SequenceEqual(other.Command) && one.Variables.Count == other.Variables.Count
        && one.Variables.All(variable => other.Variables.GetValueOrDefault(variable.Key) == variable.Value);
}
