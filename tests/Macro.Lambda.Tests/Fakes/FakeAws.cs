using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Macro.Aws.Tests.Fakes;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>
/// CloudWatch Logs, and the bucket for the responses of custom resources, on loopback. Each signature is verified.
/// </summary>
internal sealed class FakeAws : IDisposable
{
    public const string Token = "session-token";

    private static readonly string[] SignedHeaders = ["content-type", "host", "x-amz-date", "x-amz-security-token", "x-amz-target"];

    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource _never = new();

    public FakeAws()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        Url = $"http://{port.LocalEndpoint}/";
        port.Stop();
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Url { get; }

    /// <summary>Log groups and their retention.</summary>
    public ConcurrentDictionary<string, int?> Groups { get; } = new();

    /// <summary>The tags of log groups, by group and key.</summary>
    public ConcurrentDictionary<(string Group, string Key), string> Tags { get; } = new();

    /// <summary>Subscription filters: name and destination by group and name.</summary>
    public ConcurrentDictionary<(string Group, string Name), string> Filters { get; } = new();

    /// <summary>Every successful call, as action and group.</summary>
    public ConcurrentQueue<string> Done { get; } = new();

    /// <summary>Calls with a wrong signature.</summary>
    public ConcurrentQueue<string> Unsigned { get; } = new();

    /// <summary>The responses of custom resources.</summary>
    public ConcurrentQueue<(JsonElement Body, int Bytes, string? ContentType, long ContentLength)> Responses { get; } = new();

    /// <summary>Chooses an error for a call: a status and AWS's code; status 0 for no response, null for success.</summary>
    public Func<string, string, (int Status, string Code)?> Error { get; set; } = (_, _) => null;

    /// <summary>The statuses of the first attempts to send a response; 0 for silence. A redirect leads to this server.</summary>
    public ConcurrentQueue<int> ResponseErrors { get; } = new();

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["AWS_REGION"] = "us-east-1",
        ["AWS_ENDPOINT_URL_CLOUDWATCH_LOGS"] = Url,
        ["AWS_ACCESS_KEY_ID"] = SignatureV4.KeyId,
        ["AWS_SECRET_ACCESS_KEY"] = SignatureV4.Secret,
        ["AWS_SESSION_TOKEN"] = Token,
    };

    public void Dispose() => _listener.Close();

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = ServeAsync(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var (status, text) = context.Request.HttpMethod == "PUT"
            ? TakeResponse(context.Request, body.ToArray())
            : Call(context.Request, body.ToArray());
        if (status == 0) await _never.Task;
        context.Response.StatusCode = status;
        if (status is >= 300 and < 400) context.Response.RedirectLocation = $"{Url}elsewhere";
        context.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: false);
    }

    private (int Status, string Body) TakeResponse(HttpListenerRequest request, byte[] body)
    {
        if (ResponseErrors.TryDequeue(out var status)) return (status, "");
        Responses.Enqueue((JsonDocument.Parse(body).RootElement, body.Length, request.ContentType, request.ContentLength64));
        return (200, "");
    }

    private (int Status, string Body) Call(HttpListenerRequest request, byte[] body)
    {
        var action = request.Headers["X-Amz-Target"]!.Split('.')[1];
        var members = JsonDocument.Parse(body).RootElement;
        var group = members.TryGetProperty("resourceArn", out var arn)
            ? arn.GetString()!["arn:aws:logs:us-east-1:123456789012:log-group:".Length..]
            : members.GetProperty("logGroupName").GetString()!;
        var headers = SignedHeaders.ToDictionary(name => name, name => request.Headers[name] ?? "");
        var isSigned = request.Headers["Authorization"] == SignatureV4.Authorization("POST / ", headers, body, "us-east-1/logs");
        if (!isSigned || headers["x-amz-security-token"] != Token) Unsigned.Enqueue($"{action} {group}");
        return Error(action, group) is var (status, code) ? (status, ErrorBody(code)) : Succeed(action, group, members);
    }

    private static string ErrorBody(string code)
    {
        // As AWS does, an error of the signature quotes what should have been signed.
        var quote = code.Contains("Signature", StringComparison.Ordinal)
            ? $". The Canonical String should have been 'x-amz-security-token:{Token}'"
            : "";
        return $$"""{"__type":"com.amazonaws.logs#{{code}}","message":"{{code}} of the fake{{quote}}"}""";
    }

    private (int Status, string Body) Succeed(string action, string group, JsonElement members)
    {
        if (action == "CreateLogGroup")
        {
            if (!Groups.TryAdd(group, null)) return (400, ErrorBody("ResourceAlreadyExistsException"));
            foreach (var tag in members.GetProperty("tags").EnumerateObject()) Tags[(group, tag.Name)] = tag.Value.GetString()!;
        }
        else if (!Groups.ContainsKey(group))
        {
            return (400, ErrorBody("ResourceNotFoundException"));
        }
        if (action == "PutRetentionPolicy") Groups[group] = members.GetProperty("retentionInDays").GetInt32();
        if (action == "DeleteSubscriptionFilter") Filters.TryRemove((group, members.GetProperty("filterName").GetString()!), out _);
        Done.Enqueue($"{action} {group}");
        return (200, action switch
        {
            "DescribeSubscriptionFilters" => Describe(group),
            "ListTagsForResource" => ListTags(group),
            _ => "",
        });
    }

    private string ListTags(string group)
    {
        var tags = Tags.Where(tag => tag.Key.Group == group).Select(tag => $"\"{tag.Key.Key}\":\"{tag.Value}\"");
        return $"{{\"tags\":{{{string.Join(',', tags)}}}}}";
    }

    private string Describe(string group)
    {
        var filters = Filters.Where(filter => filter.Key.Group == group)
            .Select(filter => $$"""{"filterName":"{{filter.Key.Name}}","destinationArn":"{{filter.Value}}"}""");
        return $$"""{"subscriptionFilters":[{{string.Join(',', filters)}}]}""";
    }
}
