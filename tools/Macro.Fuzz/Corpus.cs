using System.Text;
using System.Text.Json;

namespace Macro.Fuzz;

/// <summary>Reads the events that mutation starts from.</summary>
internal static class Corpus
{
    /// <summary>Parameters for a template that came without an event, so that most of the macro has something to do.</summary>
    private const string Parameters = """
        {"pythonLayerVersion":"120","nodeLayerVersion":"132","javaLayerVersion":"24","dotnetLayerVersion":"23",
          "rubyLayerVersion":"27","service":"fuzz","env":"test","tags":"a:b","enableXrayTracing":true,
          "forwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:forwarder",
          "stepFunctionForwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:forwarder"}
        """;

    /// <summary>Every event of folders and files, each once; what is neither event nor template is left out.</summary>
    public static IReadOnlyList<JsonTree> Read(IEnumerable<string> places) =>
        [.. places.SelectMany(FilesOf).SelectMany(TextsOf).Select(EventOf).OfType<JsonTree>().DistinctBy(tree => tree.ToString())];

    private static IEnumerable<string> FilesOf(string place) => Directory.Exists(place)
        ? Directory.EnumerateFiles(place, "*.json*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal)).Order()
        : File.Exists(place) ? [place] : [];

    private static IEnumerable<byte[]> TextsOf(string file) =>
        file.EndsWith(".jsonl", StringComparison.Ordinal) ? File.ReadLines(file).Select(Encoding.UTF8.GetBytes) : [File.ReadAllBytes(file)];

    private static JsonTree? EventOf(byte[] json)
    {
        JsonTree? tree;
        try
        {
            tree = JsonTree.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
        if (tree["event"] is { } inner) tree = inner;
        if (tree["fragment"] is not null) return tree;
        if (tree["Resources"] is null) return null;
        return JsonTree.Parse(Encoding.UTF8.GetBytes(
            $$$"""
            {"region":"us-east-1","accountId":"123456789012","fragment":{{{tree}}},"transformId":"t",
              "params":{{{Parameters.Trim()}}},"requestId":"fuzz"}
            """));
    }
}
