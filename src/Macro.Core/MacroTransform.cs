using Macro.Core.ApiGateway;
using Macro.Core.Lambda;
using Macro.Core.Monitors;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions;

namespace Macro.Core;

/// <summary>The entry point: instruments the fragment of a macro event. Lists the kinds of resources that are instrumented.</summary>
public static class MacroTransform
{
    /// <summary>To support a new kind, add a folder with its <see cref="IResourceInstrumenter"/>, and a line here.</summary>
    internal static readonly IReadOnlyList<Func<InstrumentationContext, IResourceInstrumenter>> Kinds =
    [
        // The logs of stages are subscribed together with those of functions, so stages come first.
        context => new ApiStageInstrumenter(context),
        context => new LambdaInstrumenter(context),
        context => new StateMachineInstrumenter(context),
        context => new MonitoringInstrumenter(context),
    ];

    private static readonly InstrumentationPipeline Pipeline = new(Kinds);

    /// <summary>Instruments the fragment of one event. The result depends on the request and the settings only.</summary>
    /// <param name="request">The macro event, UTF-8 JSON.</param>
    /// <param name="settings">The settings of the host.</param>
    /// <returns>A success, or a failure that lists every error; invalid input does not throw.</returns>
    public static InstrumentationResult Run(ReadOnlyMemory<byte> request, MacroSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Pipeline.Run(request, settings, new ChangeJournal());
    }

    /// <summary>
    /// Like <see cref="Run"/>; the result also has its <see cref="InstrumentationResult.Changes"/> and
    /// <see cref="InstrumentationResult.Memories"/>, for hosts that show or apply changes.
    /// </summary>
    /// <param name="request">The macro event, UTF-8 JSON.</param>
    /// <param name="settings">The settings of the host.</param>
    public static InstrumentationResult RunRecorded(ReadOnlyMemory<byte> request, MacroSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Pipeline.Run(request, settings, new RecordingJournal());
    }

    /// <summary>Reverts what <see cref="Run"/> set on the resources of an instrumented fragment.</summary>
    /// <param name="request">A macro event with the instrumented fragment.</param>
    /// <param name="settings">As for <see cref="Run"/>.</param>
    /// <param name="memories">The <see cref="InstrumentationResult.Memories"/> of <see cref="RunRecorded"/>, by logical id.</param>
    public static InstrumentationResult Revert(
        ReadOnlyMemory<byte> request, MacroSettings settings, IReadOnlyDictionary<string, InstrumentationMemory> memories)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(memories);
        return Pipeline.Revert(request, settings, memories);
    }
}
