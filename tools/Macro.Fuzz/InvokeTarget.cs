using Macro.Core.Tests.Hostile;

namespace Macro.Fuzz;

/// <summary>Macro events to the native command line, <c>macro invoke --jsonl</c>.</summary>
internal sealed class InvokeTarget(string path) : IFuzzTarget
{
    private readonly MacroProgram _program = new(path);

    public bool TakesHostileEvents => true;

    public long Executions => _program.Executions;

    public IReadOnlyList<JsonTree> ReadSeeds(IEnumerable<string> places) => Corpus.Read(places);

    public Outcome Send(byte[] json)
    {
        var answer = _program.Answer(json);
        var succeeded = answer.AsSpan().IndexOf("\"status\":\"success\""u8) >= 0;
        return new(AnswerLaw.Breach(json, answer, _program.Answer), AnswerLaw.Signature(answer), succeeded);
    }

    public long Measure() => _program.Measure();

    public void Restart() => _program.Restart();

    public void Dispose() => _program.Dispose();
}
