using System.Text;
using Macro.Core.Templates;

namespace Macro.Core.Tests.Support;

/// <summary>Reads JSON text into the overlay.</summary>
internal static class Json
{
    public static Node Read(string json) => Node.Of(JsonIndex.Read(Encoding.UTF8.GetBytes(json), maxDepth: 1000).Root);

    public static ObjectNode ReadObject(string json) => (ObjectNode)Read(json);

    public static ArrayNode ReadArray(string json) => (ArrayNode)Read(json);

    public static Evaluator Evaluator(string template = "{}", string values = "{}", string region = MacroRun.Region, string? account = MacroRun.Account)
    {
        var root = ReadObject(template);
        return new Evaluator(root, new TemplateValues(region, account, root["Parameters"] as ObjectNode, ReadObject(values)));
    }
}
