using System.Text;
using Macro.Json;

namespace Macro.Core.Tests.Support;

/// <summary>JSON text of tests.</summary>
internal static class JsonText
{
    public static Node Read(string json) => Node.Create(JsonIndex.Read(Encoding.UTF8.GetBytes(json), maxDepth: 1000).Root);

    public static ObjectNode ReadObject(string json) => (ObjectNode)Read(json);

    public static ArrayNode ReadArray(string json) => (ArrayNode)Read(json);

    /// <summary>JSON that a test writes over several lines, as the one line that the macro writes.</summary>
    public static string OneLine(string json) => string.Concat(json.Split('\n', StringSplitOptions.TrimEntries));
}
