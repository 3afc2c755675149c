using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>CloudWatch Logs, and the bucket that takes the answers of custom resources, on loopback. Each signature is checked.</summary>
internal sealed class FakeAws : IDisposable
{
    public const string KeyId = "AKIDEXAMPLE";
    public const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
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

    /// <summary>Subscription filters: name and destination by group and name.</summary>
    public ConcurrentDictionary<(string Group, string Name), string> Filters { get; } = new();

    /// <summary>Every call that was done, as action and group.</summary>
    public ConcurrentQueue<string> Done { get; } = new();

    /// <summary>Calls whose signature was wrong.</summary>
    public ConcurrentQueue<string> Unsigned { get; } = new();

    public ConcurrentQueue<(JsonElement Body, int Bytes, string? ContentType, long ContentLength)> Answers { get; } = new();

    /// <summary>Chooses a fault for a call: a status and AWS's name of the error, status 0 for silence; null: the call is done.</summary>
    public Func<string, string, (int Status, string Type)?> Fault { get; set; } = (_, _) => null;

    /// <summary>Statuses of the first attempts to send an answer; 0 for silence, a redirect leads to this server.</summary>
    public ConcurrentQueue<int> AnswerFaults { get; } = new();

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["AWS_REGION"] = "us-east-1",
        ["AWS_ENDPOINT_URL_CLOUDWATCH_LOGS"] = Url,
        ["AWS_ACCESS_KEY_ID"] = KeyId,
        ["AWS_SECRET_ACCESS_KEY"] = Secret,
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
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var (status, answer) = context.Request.HttpMethod == "PUT" ? TakeAnswer(context.Request, body.ToArray()) : Call(context.Request, body.ToArray());
        if (status == 0)
            await _never.Task;
        context.Response.StatusCode = status;
        if (status is >= 300 and < 400)
            context.Response.RedirectLocation = $"{Url}elsewhere";
        context.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: false);
    }

    private (int Status, string Answer) TakeAnswer(HttpListenerRequest request, byte[] body)
    {
        if (AnswerFaults.TryDequeue(out var fault))
            return (fault, "");
        Answers.Enqueue((JsonDocument.Parse(body).RootElement, body.Length, request.ContentType, request.ContentLength64));
        return (200, "");
    }

    private (int Status, string Answer) Call(HttpListenerRequest request, byte[] body)
    {
        var action = request.Headers["X-Amz-Target"]!.Split('.')[1];
        var members = JsonDocument.Parse(body).RootElement;
        var group = members.GetProperty("logGroupName").GetString()!;
        var headers = SignedHeaders.ToDictionary(name => name, name => request.Headers[name] ?? "");
        if (headers["x-amz-security-token"] != Token || request.Headers["Authorization"] != SignatureV4.Authorization("POST", "/", headers, body, KeyId, Secret, "us-east-1/logs"))
            Unsigned.Enqueue($"{action} {group}");
        if (Fault(action, group) is var (status, type))
            return (status, $"{{\"__type\":\"com.amazonaws.logs#{type}\",\"message\":\"{type} of the fake{Quote(type)}\"}}");
        return Do(action, group, members);
    }

    /// <summary>As AWS does, of a signature it says what should have been signed.</summary>
    private static string Quote(string type) =>
        type.Contains("Signature", StringComparison.Ordinal) ? $". The Canonical String should have been 'x-amz-security-token:{Token}'" : "";

    private (int Status, string Answer) Do(string action, string group, JsonElement members)
    {
        if (action == "CreateLogGroup" && !Groups.TryAdd(group, null))
            return (400, """{"__type":"ResourceAlreadyExistsException","message":"The specified log group already exists"}""");
        if (action == "PutRetentionPolicy")
            Groups[group] = members.GetProperty("retentionInDays").GetInt32();
        if (action == "DeleteSubscriptionFilter")
            Filters.TryRemove((group, members.GetProperty("filterName").GetString()!), out _);
        Done.Enqueue($"{action} {group}");
        var filters = Filters.Where(filter => filter.Key.Group == group).Select(filter => $"{{\"filterName\":\"{filter.Key.Name}\",\"destinationArn\":\"{filter.Value}\"}}");
        return (200, action == "DescribeSubscriptionFilters" ? $"{{\"subscriptionFilters\":[{string.Join(',', filters)}]}}" : "");
    }
}
