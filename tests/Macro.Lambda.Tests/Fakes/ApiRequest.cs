using System.Text;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>What the program under test sent.</summary>
internal sealed record ApiRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private const string Root = "/2018-06-01/runtime/";

    public string Call => Path.StartsWith(Root, StringComparison.Ordinal) ? Path[Root.Length..] : Path;

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Reads one request; null when the other side has closed the connection.</summary>
    public static async Task<ApiRequest?> ReadAsync(Stream stream, CancellationToken stop)
    {
        var head = await ReadHeadAsync(stream, stop);
        if (head is null) return null;
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, null) : 0];
        await stream.ReadExactlyAsync(body, stop);
        var request = lines[0].Split(' ');
        return new ApiRequest(request[0], request[1], headers, body);
    }

    private static async Task<string?> ReadHeadAsync(Stream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        var single = new byte[1];
        while (!head.ToString(Math.Max(0, head.Length - 4), Math.Min(4, head.Length)).Equals("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(single, stop) == 0) return null;
            head.Append((char)single[0]);
        }

        return head.ToString();
    }
}
