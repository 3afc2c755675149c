using System.Text;
using Macro.Core.Tests.Hostile;

namespace Macro.Fuzz;

/// <summary>Macro events to the native <c>bootstrap</c>, in which values that must not be logged are marked.</summary>
internal sealed class MacroEventTarget(string path) : IFuzzTarget
{
    /// <summary>Part of values that the log must not show.</summary>
    public const string Marker = "hunter2";

    private readonly BootstrapProgram _program = new(path, new LambdaServer(seed: 0));

    public bool TakesHostileEvents => true;

    public long Executions => _program.Executions;

    public IReadOnlyList<JsonTree> ReadSeeds(IEnumerable<string> places)
    {
        var seeds = Corpus.Read(places);
        foreach (var seed in seeds) Mark(seed);
        return seeds;
    }

    public Outcome Send(byte[] json)
    {
        var exchange = _program.Send(json);
        var (call, answer) = exchange.Answers[0];
        var problem = call != "response" ? $"the program posted {call}"
            : exchange.Puts.Count + exchange.Calls.Count > 0 ? "the program made a call"
            : ShowsMarker(exchange) ? "the log shows a value"
            : AnswerLaw.Breach(json, answer, other => _program.Send(other).Answers[0].Body);
        return new(problem, AnswerLaw.Signature(answer), answer.AsSpan().IndexOf("\"status\":\"success\""u8) >= 0);
    }

    public long Measure() => _program.Measure();

    public void Restart() => _program.Restart();

    public void Dispose() => _program.Dispose();

    /// <summary>Whether the log has a marked value. The id of a macro event is logged on purpose, also when it is a marked value.</summary>
    public static bool ShowsMarker(Exchange exchange) => exchange.Log.Contains(Marker, StringComparison.Ordinal)
        && CustomResourceLaw.Text(exchange.Payload, "requestId")?.Contains(Marker, StringComparison.Ordinal) != true;

    private static void Mark(JsonTree seed)
    {
        if (seed["fragment"] is { Kind: '{' } fragment) fragment.Children.Add(("\"Description\"", JsonTree.OfText($"\"{Marker}\"")));
        foreach (var node in seed.All.ToList())
        {
            if (node["Variables"] is { Kind: '{' } variables) Add(variables, "FUZZ");
        }
        if (seed["params"] is not { Kind: '{' } parameters) return;
        foreach (var name in (string[])["service", "env", "version"])
        {
            if (parameters[name] is null) Add(parameters, name);
        }
    }

    private static void Add(JsonTree parent, string name) =>
        parent.Children.Add(($"\"{name}\"", JsonTree.Parse(Encoding.UTF8.GetBytes($"\"{Marker}\""))));
}
