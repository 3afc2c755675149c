using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>The event and the template as a whole: DD1xx.</summary>
internal static class RequestDiagnostics
{
    public static readonly DiagnosticKind<long, long> NotJson = new(
        "DD101", Error,
        (line, column) => new(
            $"The event is not valid JSON (line {line}, byte {column}).",
            "Pass the macro event as CloudFormation sends it, as UTF-8 JSON."),
        example: (12, 5));

    public static readonly ConstantDiagnosticKind NotUtf8 = new(
        "DD102", Error,
        "The event is not valid UTF-8.",
        "Save the template as UTF-8.");

    public static readonly DiagnosticKind<long> TooDeep = new(
        "DD103", Error,
        levels => new(
            $"The event is nested more than {levels} levels deep.",
            "Reduce the nesting of the template."),
        example: 1000);

    public static readonly DiagnosticKind<string, string> NotARequest = new(
        "DD104", Error,
        (member, problem) => new(
            $"The event's {member} is {problem}.",
            "Pass the macro event as CloudFormation sends it: an object with region, accountId, fragment, params, "
                + "requestId and templateParameterValues."),
        example: ("region", "missing"));

    public static readonly ConstantDiagnosticKind NoResources = new(
        "DD105", Error,
        "The template has no Resources object.",
        "List the macro in the template's top-level Transform section; inside Fn::Transform it receives only part "
            + "of the template.");

    public static readonly DiagnosticKind<string> DuplicateKey = new(
        "DD106", Error,
        key => new(
            $"Duplicate key {key}.",
            "Remove all but one of them."),
        example: "Runtime");

    public static readonly DiagnosticKind<string> ForEachLoop = new(
        "DD107", Warning,
        loop => new(
            $"{loop} is a loop that AWS::LanguageExtensions has not expanded, so the resources that it creates are not "
                + "instrumented.",
            "List AWS::LanguageExtensions before this macro under Transform."),
        example: "Fn::ForEach::Topics");

    public static readonly DiagnosticKind<string, string> ResponseTooLarge = new(
        "DD108", Error,
        (bytes, limit) => new(
            $"The macro's response has {bytes} bytes, and AWS Lambda allows at most {limit}.",
            "Split the template into several stacks."),
        example: ("6400000", "6291556"));

    public static readonly ConstantDiagnosticKind MetadataNotAnObject = new(
        "DD109", Error,
        "The template's Metadata is not an object, so the macro cannot list there which resources it added.",
        "Make Metadata an object, or remove it.");

    public static readonly DiagnosticKind<string> NestedStack = new(
        "DD110", Note,
        type => new(
            $"The macro does not see inside this {type}, so it instruments nothing there.",
            "List the macro under Transform of the nested template too."),
        example: "AWS::CloudFormation::Stack");

    public static readonly ConstantDiagnosticKind WebFunction = new(
        "DD111", Note,
        "The macro does not instrument resources of type AWS::Lambda::WebFunction.",
        "Use AWS::Lambda::Function to have it instrumented.");

    public static readonly DiagnosticKind<string, string> InternalError = new(
        "DD199", Error,
        (exception, requestId) => new(
            $"The macro failed with an internal error ({exception}) in request {requestId}.",
            "The template is unchanged. Please report the error with the request id; the log of the macro's function "
                + "has the details."),
        example: ("InvalidOperationException", "8a5f3c52-1d6e-4c0e-9f0a-6f1b2c3d4e5f"));

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        NotJson, NotUtf8, TooDeep, NotARequest, NoResources, DuplicateKey, ForEachLoop, ResponseTooLarge,
        MetadataNotAnObject, NestedStack, WebFunction, InternalError,
    ];
}
