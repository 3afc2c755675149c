using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>The event and the template as a whole: DD1xx.</summary>
internal static class RequestDiagnostics
{
    public static readonly DiagnosticKind<long, long> NotJson = new(
        "DD101", Error,
        (line, column) => new(
            $"The event is not valid JSON; it breaks at line {line}, byte {column}.",
            "Send the macro event as CloudFormation makes it, UTF-8 JSON."),
        example: (12, 5));

    public static readonly ConstantDiagnosticKind NotUtf8 = new(
        "DD102", Error,
        "The event is not valid UTF-8.",
        "Save the template as UTF-8.");

    public static readonly DiagnosticKind<long> TooDeep = new(
        "DD103", Error,
        levels => new(
            $"The event nests deeper than {levels} levels.",
            "Flatten the template."),
        example: 1000);

    public static readonly DiagnosticKind<string, string> NotARequest = new(
        "DD104", Error,
        (member, problem) => new(
            $"The event's {member} is {problem}.",
            "Send the macro event as CloudFormation makes it: an object with region, accountId, fragment, params, "
                + "requestId and templateParameterValues."),
        example: ("region", "missing"));

    public static readonly ConstantDiagnosticKind NoResources = new(
        "DD105", Error,
        "The fragment has no Resources object.",
        "List the macro under the template's top-level Transform; inside Fn::Transform it sees only a part of the "
            + "template.");

    public static readonly DiagnosticKind<string> DuplicateKey = new(
        "DD106", Error,
        key => new(
            $"The key {key} stands twice here.",
            "Keep one of the two."),
        example: "Runtime");

    public static readonly DiagnosticKind<string> ForEachLoop = new(
        "DD107", Warning,
        loop => new(
            $"{loop} is a loop that AWS::LanguageExtensions has not expanded yet, so what it makes is not instrumented.",
            "List AWS::LanguageExtensions before this macro under Transform."),
        example: "Fn::ForEach::Topics");

    public static readonly DiagnosticKind<string, string> InternalError = new(
        "DD199", Error,
        (exception, requestId) => new(
            $"The macro failed on an internal fault ({exception}) in request {requestId}.",
            "Nothing was changed. Please report it with the request id."),
        example: ("InvalidOperationException", "8a5f3c52-1d6e-4c0e-9f0a-6f1b2c3d4e5f"));

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        NotJson, NotUtf8, TooDeep, NotARequest, NoResources, DuplicateKey, ForEachLoop, InternalError,
    ];
}
