using System.Text;
using Macro.Json;

namespace Macro.Core.Tests.Support;

/// <summary>Reads JSON text into the overlay.</summary>
internal static class JsonText
{
    public static Node Read(string json) => Node.Create(JsonIndex.Read(Encoding.UTF8.GetBytes(json), maxDepth: 1000).Root);

    public static ObjectNode ReadObject(string json) => (ObjectNode)Read(json);

    public static ArrayNode ReadArray(string json) => (ArrayNode)Read(json);
}
