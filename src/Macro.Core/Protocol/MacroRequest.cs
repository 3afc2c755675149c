using System.Text.Json;
using System.Text.Unicode;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Protocol;

/// <summary>A macro event, its shape checked.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html</remarks>
internal sealed class MacroRequest : IDisposable
{
    /// <summary>The deepest nesting that is read; CloudFormation itself stops far earlier.</summary>
    public const int MaxDepth = 1000;

    private readonly JsonIndex? _document;

    private MacroRequest(JsonIndex? document) => _document = document;

    /// <summary>Empty when the event has none.</summary>
    public string RequestId { get; private init; } = "";

    public string Region { get; private init; } = "";

    public string? AccountId { get; private init; }

    /// <summary>The template; null when the event is not fit to be read.</summary>
    public Node? Fragment { get; private init; }

    public Node? Parameters { get; private init; }

    public ObjectNode? TemplateParameterValues { get; private init; }

    /// <summary>Reads an event; what is wrong with it becomes a diagnostic.</summary>
    public static MacroRequest Read(ReadOnlyMemory<byte> json, DiagnosticBag diagnostics)
    {
        if (Parse(json, diagnostics) is not { } document) return new MacroRequest(null);
        if (Node.Create(document.Root) is not ObjectNode root)
        {
            diagnostics.Add(RequestDiagnostics.NotARequest.For(DiagnosticTarget.Request, "root", "not an object"));
            return new MacroRequest(document);
        }
        return new MacroRequest(document)
        {
            RequestId = Text(root["requestId"u8]) ?? "",
            Region = Required(root["region"u8], "region", diagnostics),
            AccountId = Text(root["accountId"u8]),
            Fragment = root["fragment"u8] is ObjectNode fragment
                ? Node.Create(fragment.Origin)
                : Missing(root["fragment"u8], "fragment", diagnostics),
            Parameters = root["params"u8],
            TemplateParameterValues = Optional(root["templateParameterValues"u8], "templateParameterValues", diagnostics),
        };
    }

    public void Dispose() => _document?.Dispose();

    private static JsonIndex? Parse(ReadOnlyMemory<byte> json, DiagnosticBag diagnostics)
    {
        if (!Utf8.IsValid(json.Span))
        {
            diagnostics.Add(RequestDiagnostics.NotUtf8.For(DiagnosticTarget.Request));
            return null;
        }
        try
        {
            return JsonIndex.Read(json, MaxDepth);
        }
        catch (JsonException exception)
        {
            diagnostics.Add(JsonDepth.IsDeeper(json.Span, MaxDepth)
                ? RequestDiagnostics.TooDeep.For(DiagnosticTarget.Request, MaxDepth)
                : RequestDiagnostics.NotJson.For(
                    DiagnosticTarget.Request, (exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1));
            return null;
        }
    }

    private static string Required(Node? node, string name, DiagnosticBag diagnostics)
    {
        if (Text(node) is { Length: > 0 } text) return text;
        Missing(node, name, diagnostics);
        return "";
    }

    private static ObjectNode? Optional(Node? node, string name, DiagnosticBag diagnostics)
    {
        if (node is not (null or ObjectNode or ScalarNode { Kind: JsonTokenType.Null }))
            diagnostics.Add(RequestDiagnostics.NotARequest.For(DiagnosticTarget.Request, name, "not an object"));
        return node as ObjectNode;
    }

    private static Node? Missing(Node? node, string name, DiagnosticBag diagnostics)
    {
        var problem = node is null ? "missing" : name == "fragment" ? "not an object" : "not a string";
        diagnostics.Add(RequestDiagnostics.NotARequest.For(DiagnosticTarget.Request, name, problem));
        return null;
    }

    private static string? Text(Node? node) => (node as ScalarNode)?.Spelling;
}
