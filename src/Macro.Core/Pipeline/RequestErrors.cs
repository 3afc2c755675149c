using Macro.CloudFormation.Protocol;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>Converts problems of a macro event to diagnostics.</summary>
internal static class RequestErrors
{
    public static Diagnostic From(RequestProblem problem) => problem switch
    {
        RequestProblem.NotUtf8 => RequestDiagnostics.NotUtf8.For(DiagnosticTarget.Request),
        RequestProblem.TooDeep => RequestDiagnostics.TooDeep.For(DiagnosticTarget.Request, MacroRequest.MaxDepth),
        RequestProblem.NotJson(var line, var position) => RequestDiagnostics.NotJson.For(DiagnosticTarget.Request, line, position),
        RequestProblem.WrongMember(var name, var expected, var isMissing) =>
            RequestDiagnostics.NotARequest.For(DiagnosticTarget.Request, name, isMissing ? "missing" : $"not {expected}"),
        _ => throw new InvalidOperationException("An unknown problem."),
    };

    public static Diagnostic From(DuplicateKeyException exception) =>
        RequestDiagnostics.DuplicateKey.For(new TemplatePathTarget(exception.Path), exception.Key);
}
