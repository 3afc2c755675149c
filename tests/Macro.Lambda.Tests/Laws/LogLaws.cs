using System.Text;
using Macro.Core;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;
using Macro.Lambda.Events;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.Laws;

/// <summary>Whatever the event, the log shows no value of a parameter or variable, and a failure response shows no secret.</summary>
public sealed class LogLaws
{
    [Fact]
    public void Handle_Templates_LogNoValue() =>
        Law.Holds(TemplateCase.Any, template => ShouldShowNoValue(template.Event, template.Process));

    [Fact]
    public void Handle_HostileEvents_LogNoSecret() =>
        Law.Holds(HostileCase.WithParametersAsTheyWere, hostile => ShouldShowNoSecret(hostile.Event, hostile.Template.Process));

    [Fact]
    public void Handle_AnyException_ShowsNoValue() => Law.Holds(TemplateCase.Any, template =>
    {
        var (log, response) = Handle(
            template.Event, template.Process, (json, _) => throw new InvalidOperationException(Encoding.UTF8.GetString(json.Span)));

        log.ShouldContain("internal error");
        foreach (var text in (string[])[log, response])
        {
            text.ShouldNotShow(Marker.Secret);
            text.ShouldNotShow(Marker.Plain);
        }
    });

    private static void ShouldShowNoValue(string json, IEnumerable<(string Name, string Value)> process) =>
        // An unknown parameter is reported by its name, so that somebody can fix it.
        ShouldShowNoSecret(json, process).Replace("quokkaVersion", "", StringComparison.Ordinal).ShouldNotShow(Marker.Plain);

    private static string ShouldShowNoSecret(string json, IEnumerable<(string Name, string Value)> process)
    {
        var (log, response) = Handle(json, process, MacroTransform.Run);

        log.ShouldNotBeEmpty();
        log.ShouldNotShow(Marker.Secret);
        if (response.Contains("\"status\":\"failure\"", StringComparison.Ordinal)) response.ShouldNotShow(Marker.Secret);
        return log;
    }

    private static (string Log, string Response) Handle(
        string json,
        IEnumerable<(string Name, string Value)> process,
        Func<ReadOnlyMemory<byte>, MacroSettings, InstrumentationResult> transform)
    {
        using var log = new MemoryStream();
        var variables = process.ToDictionary(variable => variable.Name, variable => variable.Value);
        var handler = new MacroHandler(transform, variables, new MacroLog(log, TimeProvider.System));
        var invocation = new Invocation("r1", Encoding.UTF8.GetBytes(json), Reply.FunctionArn);
        var handling = handler.HandleAsync(invocation, CancellationToken.None);
        handling.IsCompletedSuccessfully.ShouldBeTrue();
        using var response = handling.Result;
        return (Encoding.UTF8.GetString(log.ToArray()), Encoding.UTF8.GetString(response.Json.Span));
    }
}
