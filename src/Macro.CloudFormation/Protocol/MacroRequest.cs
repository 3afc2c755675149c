using System.Text.Json;
using System.Text.Unicode;
using Macro.Json;

namespace Macro.CloudFormation.Protocol;

/// <summary>A macro event, with the problems found in its structure.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html</remarks>
public sealed class MacroRequest : IDisposable
{
    /// <summary>The maximum nesting depth of an event, far above the limit of CloudFormation itself.</summary>
    public const int MaxDepth = 1000;

    private readonly JsonIndex? _document;
    private readonly List<RequestProblem> _problems = [];

    private MacroRequest(JsonIndex? document, RequestProblem? problem = null)
    {
        _document = document;
        if (problem is not null) _problems.Add(problem);
        if (document is null) return;
        if (Node.Create(document.Root) is ObjectNode root) Read(root);
        else _problems.Add(new RequestProblem.WrongMember("root", AnObject, IsMissing: false));
    }

    private const string AnObject = "an object";
    private const string AString = "a string";

    /// <summary>The problems of the event; empty if it is valid.</summary>
    public IReadOnlyList<RequestProblem> Problems => _problems;

    /// <summary>The request id, which the response must repeat; empty if the event has none.</summary>
    public string RequestId { get; private set; } = "";

    /// <summary>Region of the stack; empty when it is missing.</summary>
    public string Region { get; private set; } = "";

    /// <summary>Account of the stack; null if it is missing.</summary>
    public string? AccountId { get; private set; }

    /// <summary>The template; null if the event is unreadable or has none.</summary>
    public Node? Fragment { get; private set; }

    /// <summary>The transform's parameters, <c>params</c>; null when there are none.</summary>
    public Node? Parameters { get; private set; }

    /// <summary>Values of the template's parameters by name; null when there are none.</summary>
    public ObjectNode? TemplateParameterValues { get; private set; }

    /// <summary>Reads an event, and stores what is wrong with it in <see cref="Problems"/>.</summary>
    /// <exception cref="DuplicateKeyException">The event itself has a duplicate key.</exception>
    public static MacroRequest Read(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span)) return new(null, new RequestProblem.NotUtf8());
        try
        {
            return new(JsonIndex.Read(json, MaxDepth));
        }
        catch (JsonException exception)
        {
            return new(null, JsonDepth.IsDeeper(json.Span, MaxDepth)
                ? new RequestProblem.TooDeep()
                : new RequestProblem.NotJson((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1));
        }
    }

    /// <summary>Returns the memory to the pool; values of the event must not be used afterwards.</summary>
    public void Dispose() => _document?.Dispose();

    private void Read(ObjectNode root)
    {
        RequestId = Text(root["requestId"u8]) ?? "";
        Region = Required(root["region"u8], "region");
        AccountId = Text(root["accountId"u8]);
        Fragment = root["fragment"u8] is ObjectNode fragment
            ? Node.Create(fragment.Origin)
            : Report("fragment", AnObject, root["fragment"u8]);
        Parameters = root["params"u8];
        TemplateParameterValues = Optional(root["templateParameterValues"u8], "templateParameterValues");
    }

    private string Required(Node? node, string name)
    {
        if (Text(node) is { Length: > 0 } text) return text;
        Report(name, AString, node);
        return "";
    }

    private ObjectNode? Optional(Node? node, string name)
    {
        if (node is not (null or ObjectNode or ScalarNode { Kind: JsonTokenType.Null })) Report(name, AnObject, node);
        return node as ObjectNode;
    }

    private Node? Report(string name, string expected, Node? node)
    {
        _problems.Add(new RequestProblem.WrongMember(name, expected, IsMissing: node is null));
        return null;
    }

    private static string? Text(Node? node) => (node as ScalarNode)?.Spelling;
}
