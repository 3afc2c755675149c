using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Macro.Fuzz;

/// <summary>The Runtime API, CloudWatch Logs and the response host of custom resources, on loopback.</summary>
internal sealed class LambdaServer : IDisposable
{
    public const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:macro";
    public const string OwnLog = "/aws/lambda/macro";
    public const string ResponsePath = "/response/";
    private const string Runtime = "/2018-06-01/runtime/invocation/";

    private readonly HttpListener _listener = new();
    private readonly FakeCloudWatch _logs;
    private readonly object _lock = new();
    private BlockingCollection<Exchange> _waiting = [];
    private Exchange? _current;
    private int _count;

    public LambdaServer(int seed)
    {
        _logs = new(new Random(seed));
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        Authority = port.LocalEndpoint.ToString()!;
        port.Stop();
        _listener.Prefixes.Add($"http://{Authority}/");
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Host and port.</summary>
    public string Authority { get; }

    public IEnumerable<(string Name, string Value)> Variables =>
    [
        ("AWS_LAMBDA_RUNTIME_API", Authority), ("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", $"http://{Authority}/"),
        ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "fuzzing-secret"), ("AWS_SESSION_TOKEN", "fuzzing-token"),
        ("AWS_LAMBDA_FUNCTION_NAME", "macro"), ("AWS_LAMBDA_LOG_GROUP_NAME", OwnLog),
    ];

    /// <summary>Offers an event to the program.</summary>
    public Exchange Begin(byte[] payload)
    {
        var exchange = new Exchange($"i{++_count}", payload);
        _waiting.Add(exchange);
        return exchange;
    }

    /// <summary>Forgets the events of a process that has ended.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _waiting.CompleteAdding();
            _waiting = [];
            _current = null;
        }
    }

    public void Dispose() => _listener.Close();

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Factory.StartNew(() => Serve(context), TaskCreationOptions.LongRunning);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(HttpListenerContext context)
    {
        try
        {
            if (context.Request.HttpMethod == "GET") Next(context.Response);
            else Take(context);
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The program has ended.
        }
    }

    private void Next(HttpListenerResponse response)
    {
        BlockingCollection<Exchange> waiting;
        lock (_lock)
        {
            _current?.Done.TrySetResult();
            _current = null;
            waiting = _waiting;
        }
        if (!waiting.TryTake(out var exchange, Timeout.Infinite)) return;
        lock (_lock) _current = exchange;
        // Eight seconds are kept for the response, so that two remain for the work.
        var deadline = DateTimeOffset.UtcNow.AddSeconds(10).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = exchange.Id;
        response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = FunctionArn;
        response.Headers["Lambda-Runtime-Deadline-Ms"] = deadline;
        response.Close(exchange.Payload, willBlock: true);
    }

    private void Take(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        context.Request.InputStream.CopyTo(body);
        var (status, answer) = Handle(context.Request, body.ToArray());
        context.Response.StatusCode = status;
        context.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: true);
    }

    private (int Status, string Body) Handle(HttpListenerRequest request, byte[] body)
    {
        lock (_lock)
        {
            if (_current is not { } exchange) return (500, "");
            var path = request.Url!.PathAndQuery;
            if (request.HttpMethod == "PUT")
            {
                exchange.Puts.Add((path, body));
                return (200, "");
            }
            if (request.Headers["X-Amz-Target"] is { } operation) return _logs.Call(exchange, operation.Split('.')[^1], body);
            var isOfThis = path.StartsWith($"{Runtime}{exchange.Id}/", StringComparison.Ordinal);
            exchange.Answers.Add((isOfThis ? path.Split('/')[^1] : path, body));
            return (202, "{\"status\":\"OK\"}");
        }
    }
}
