using System.Net;
using System.Text;
using System.Web;

namespace Macro.Cli.Tests.Installation;

/// <summary>CloudFormation and S3 of one region, on this machine: stacks, change sets and objects in memory.</summary>
internal sealed class FakeAws : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _loop;
    private readonly List<Exception> _exceptions = [];

    public FakeAws()
    {
        (_listener, Address) = Listen();
        _loop = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>Listens on a free port. A listener whose start fails is closed, so each attempt needs a new one.</summary>
    private static (HttpListener Listener, string Address) Listen()
    {
        while (true)
        {
            var listener = new HttpListener();
            var address = $"http://127.0.0.1:{Random.Shared.Next(20000, 60000)}";
            listener.Prefixes.Add($"{address}/");
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException)
            {
            }
        }
    }

    /// <summary>The calls in their order: the action, or <c>PutObject KEY</c>.</summary>
    public List<string> Calls { get; } = [];

    public Dictionary<string, byte[]> Objects { get; } = [];

    public Dictionary<string, FakeStack> Stacks { get; } = [];

    /// <summary>Responds to a call instead of the fake: status, code and message of an error; null lets the call happen.</summary>
    public Func<string, int, (int Status, string Code, string Message)?> Fail { get; set; } = (_, _) => null;

    public void Dispose()
    {
        _listener.Stop();
        _listener.Close();
        _loop.Wait();
        _exceptions.ShouldBeEmpty();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            await ServeAsync(context);
        }
    }

    /// <summary>Responds to one request. No exception may end the loop, since the client would wait for its time limit.</summary>
    private async Task ServeAsync(HttpListenerContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var (status, text) = TryRespond(context.Request, body.ToArray());
            context.Response.StatusCode = status;
            // A request that arrives while the listener closes an idle connection is lost.
            context.Response.KeepAlive = false;
            context.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: true);
        }
        catch (Exception exception) when (exception is HttpListenerException or IOException or InvalidOperationException)
        {
            // The client has closed the connection; it repeats the call.
            context.Response.Abort();
        }
    }

    private (int Status, string Body) TryRespond(HttpListenerRequest request, byte[] body)
    {
        try
        {
            return Respond(request, body);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _exceptions.Add(exception);
            return (400, Error("FakeFailed", exception.GetType().Name));
        }
    }

    private (int Status, string Body) Respond(HttpListenerRequest request, byte[] body)
    {
        request.Headers["Authorization"].ShouldNotBeNull().ShouldStartWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/");
        var isObject = request.HttpMethod == "PUT";
        var form = isObject ? [] : HttpUtility.ParseQueryString(Encoding.UTF8.GetString(body));
        var call = isObject ? $"PutObject {request.Url!.AbsolutePath}" : form["Action"]!;
        Calls.Add(call);
        if (Fail(call, Calls.Count) is var (status, code, message)) return (status, Error(code, message));
        if (isObject)
        {
            request.Headers["If-None-Match"].ShouldBe("*");
            return Objects.TryAdd(request.Url!.AbsolutePath, body) ? (200, "") : (412, Error("PreconditionFailed", "It exists."));
        }
        return FakeCloudFormation.Respond(form["Action"]!, name => form[name], Stacks);
    }

    private static string Error(string code, string message) => $"<Error><Code>{code}</Code><Message>{message}</Message></Error>";
}
