using Macro.Core.Lambda;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions;

namespace Macro.Core;

/// <summary>The entry: a macro event in, a result out. Names the kinds of resources that are instrumented.</summary>
public static class MacroTransform
{
    /// <summary>A new kind is a folder with its <see cref="IResourceInstrumenter"/>, and a line here.</summary>
    internal static readonly IReadOnlyList<Func<InstrumentationContext, IResourceInstrumenter>> Kinds =
    [
        context => new LambdaInstrumenter(context),
        context => new StateMachineInstrumenter(context),
    ];

    private static readonly InstrumentationPipeline Pipeline = new(Kinds);

    /// <summary>Instruments the fragment of one event. Pure: the same bytes and settings give the same result; nothing else is read.</summary>
    /// <param name="request">The macro event, UTF-8 JSON.</param>
    /// <param name="settings">What the host knows of itself.</param>
    /// <returns>A success, or a failure that names every problem; bad input never throws.</returns>
    public static InstrumentationResult Run(ReadOnlyMemory<byte> request, MacroSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Pipeline.Run(request, settings, new ChangeJournal());
    }

    /// <summary>The same with the list of changes, for hosts that show or apply them.</summary>
    /// <param name="request">The macro event, UTF-8 JSON.</param>
    /// <param name="settings">What the host knows of itself.</param>
    public static InstrumentationResult RunRecorded(ReadOnlyMemory<byte> request, MacroSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Pipeline.Run(request, settings, new RecordingJournal());
    }

    /// <summary>Takes back what <see cref="Run"/> set on the resources of an instrumented fragment.</summary>
    /// <param name="request">A macro event with the instrumented fragment.</param>
    /// <param name="settings">As for <see cref="Run"/>.</param>
    /// <param name="memories">What <see cref="RunRecorded"/> said that reverting has to know, by logical id.</param>
    public static InstrumentationResult Revert(
        ReadOnlyMemory<byte> request, MacroSettings settings, IReadOnlyDictionary<string, InstrumentationMemory> memories)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(memories);
        return Pipeline.Revert(request, settings, memories);
    }
}
