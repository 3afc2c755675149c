using System.Buffers;
using System.Text;
using Macro.Core;
using Macro.Core.Protocol;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;
using Macro.Lambda.Events;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.Laws;

/// <summary>Whatever is sent, the log shows no value of a parameter or a variable, and a failure no secret.</summary>
public sealed class LogLaws
{
    [Fact]
    public void Handle_Templates_LogNoValue() => Law.Holds(TemplateCase.Any, template => ShouldTellNoValue(template.Event, template.Process));

    [Fact]
    public void Handle_HostileEvents_LogNoSecret() => Law.Holds(HostileCase.WithParametersAsTheyWere, hostile => ShouldTellNoSecret(hostile.Event, hostile.Template.Process));

    [Fact]
    public void Handle_AnyFault_TellsNoValue() => Law.Holds(TemplateCase.Any, template =>
    {
        var (log, answer) = Handle(template.Event, template.Process, (json, _) => throw new InvalidOperationException(Encoding.UTF8.GetString(json.Span)));

        log.ShouldContain("internal fault");
        foreach (var text in (string[])[log, answer])
        {
            text.ShouldNotShow(Marker.Secret);
            text.ShouldNotShow(Marker.Plain);
        }
    });

    private static void ShouldTellNoValue(string json, IEnumerable<(string Name, string Value)> process) =>
        // A name that is no parameter is told, so that somebody can mend it.
        ShouldTellNoSecret(json, process).Replace("quokkaVersion", "", StringComparison.Ordinal).ShouldNotShow(Marker.Plain);

    private static string ShouldTellNoSecret(string json, IEnumerable<(string Name, string Value)> process)
    {
        var (log, answer) = Handle(json, process, MacroTransform.Run);

        log.ShouldNotBeEmpty();
        log.ShouldNotShow(Marker.Secret);
        if (answer.Contains("\"status\":\"failure\"", StringComparison.Ordinal)) answer.ShouldNotShow(Marker.Secret);
        return log;
    }

    private static (string Log, string Answer) Handle(string json, IEnumerable<(string Name, string Value)> process, Func<ReadOnlyMemory<byte>, MacroSettings, MacroResponse> transform)
    {
        using var log = new MemoryStream();
        var handler = new MacroHandler(transform, process.ToDictionary(variable => variable.Name, variable => variable.Value), new MacroLog(log, TimeProvider.System));
        var answer = new ArrayBufferWriter<byte>();
        handler.HandleAsync(new Invocation("r1", Encoding.UTF8.GetBytes(json), Reply.FunctionArn), answer, CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue();
        return (Encoding.UTF8.GetString(log.ToArray()), Encoding.UTF8.GetString(answer.WrittenSpan));
    }
}
