using Macro.Aws;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Plans what is done about the functions of a region. Makes only calls that read.</summary>
internal sealed class FunctionPlanner
{
    private readonly RunOptions _options;
    private readonly EngineSettings _settings;
    private readonly Selection _selection;
    private readonly RegionClients _clients;
    private readonly FunctionReader _reader;
    private readonly FunctionEngine _engine;
    private readonly FunctionClassifier _classifier;
    private readonly ReleasePlanner _releases;

    public FunctionPlanner(RegionClients clients, PlanRequest request, TimeProvider clock)
    {
        (_clients, _options, _settings, _selection) = (clients, request.Options, request.Settings, request.Selection);
        _reader = new FunctionReader(clients, clock);
        _engine = new FunctionEngine(clients.Region, clients.Account, request.Settings);
        _classifier = new FunctionClassifier(request.Options, request.Settings);
        _releases = new ReleasePlanner(clients, request.Options);
    }

    /// <summary>Plans one function.</summary>
    /// <returns>Null when the selection does not contain it.</returns>
    public async Task<ResourcePlan?> PlanAsync(string name, CancellationToken cancel)
    {
        FunctionState? state = null;
        try
        {
            state = new FunctionState(await _reader.ReadAsync(name, cancel), LogGroup: null);
            if (!_selection.Matches(state.Function.Tags) || !_selection.MatchesRuntime(state.Configuration.Runtime)) return null;
            return await PlanAsync(state, cancel);
        }
        catch (AwsException exception)
        {
            return Refused(name, state, exception);
        }
    }

    private ResourcePlan Refused(string name, FunctionState? state, AwsException exception) =>
        new(name, _clients.Region, PlanStatus.Refused)
        {
            Description = state?.Configuration.Runtime,
            Reasons = [ErrorText.Describe(exception, name, _clients.Region, state?.Configuration.Variables.Values ?? [])],
        };

    private async Task<ResourcePlan> PlanAsync(FunctionState state, CancellationToken cancel)
    {
        var function = state.Configuration;
        var plan = new ResourcePlan(function.Name, _clients.Region, PlanStatus.Current)
        {
            Arn = function.Arn,
            Description = function.PackageType == "Image" ? "container image" : function.Runtime,
            RevisionId = function.RevisionId,
        };
        if (_classifier.FindReason(state) is { } reason) return Left(plan, [reason]);
        if (_classifier.HasNothingToRevert(state)) return plan;
        if (NeedsLogGroup(state)) state = state with { LogGroup = await LogGroupReader.ReadAsync(_clients, function.LogGroup!, cancel) };
        return await PlanAsync(plan, state, cancel);
    }

    private async Task<ResourcePlan> PlanAsync(ResourcePlan plan, FunctionState state, CancellationToken cancel)
    {
        var result = _options.IsReverting ? _engine.Uninstrument(state, _options.Handler) : _engine.Instrument(state);
        var own = result.Diagnostics.Where(diagnostic => diagnostic.Subject == plan.Name).ToList();
        if (result.Edits is not { } edits) return Left(plan, result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));
        plan = plan with { Warnings = [.. own.DistinctBy(diagnostic => diagnostic.ToString())] };
        var (release, lines, problem) = await _releases.PlanAsync(state, isChanging: !edits.Update.IsEmpty, cancel);
        if (problem is not null) return Left(plan, [problem]);
        if (edits.IsEmpty && release is null) return plan;
        if (!_options.IsReverting && Reversibility.FindProblem(_engine, state, edits) is { } irreversible) return Left(plan,
            [irreversible]);
        return plan with
        {
            Status = PlanStatus.Change,
            Lines = [.. result.Lines, .. lines],
            Warnings = [.. plan.Warnings, .. await FindFrozenVersions(state, edits, release, cancel)],
            Work = new FunctionWork(state, edits, release),
        };
    }

    /// <summary>A resource that is left alone: skipped for a warning, refused for an error of this command.</summary>
    private static ResourcePlan Left(ResourcePlan plan, IEnumerable<Diagnostic> reasons)
    {
        List<Diagnostic> all = [.. reasons];
        var isRefused = all.Exists(reason => reason.Kind == DeployedDiagnostics.HandlerUnknown);
        return plan with { Status = isRefused ? PlanStatus.Refused : PlanStatus.Skipped, Reasons = all, Warnings = [] };
    }

    private bool NeedsLogGroup(FunctionState state) => _options.IsReverting
        ? state.Tags.OtherTool is not null || LogMemory.IsSubscribed(state.Tags)
        : _settings.Text("forwarderArn") is not null;

    private async Task<IReadOnlyList<Diagnostic>> FindFrozenVersions(
        FunctionState state, FunctionEdits edits, ReleasePlan? release, CancellationToken cancel)
    {
        if (edits.Update.IsEmpty || release?.Alias is not null) return [];
        var target = new ResourceTarget(state.Configuration.Name);
        try
        {
            var callers = await _reader.FindVersionCallersAsync(state.Configuration, cancel);
            return callers.Length > 0 ? [DeployedDiagnostics.VersionsFrozen.For(target, callers)] : [];
        }
        catch (AwsException exception) when (exception.Kind == AwsErrorKind.AccessDenied)
        {
            return [DeployedDiagnostics.VersionsFrozen.For(target, $"not known, since {exception.Reason.TrimEnd('.')}")];
        }
    }
}
