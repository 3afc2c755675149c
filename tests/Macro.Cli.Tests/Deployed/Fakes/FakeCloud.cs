using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Macro.Aws.Tests.Fakes;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>AWS's APIs on loopback: they keep state, enforce AWS's rules, and verify each signature.</summary>
internal sealed class FakeCloud : IDisposable
{
    public const string Region = "us-east-1";
    public const string Account = FakeFunction.Account;

    /// <summary>The session token of assumed roles.</summary>
    public const string RoleToken = "role-token";

    /// <summary>The session token of credentials from IAM Identity Center.</summary>
    public const string SsoToken = "sso-token";

    /// <summary>The token of a user who has signed in.</summary>
    public const string BearerToken = "hunter2-bearer";

    private static readonly string[] Reads = ["Get", "List", "Describe", "AssumeRole"];
    private readonly HttpListener _listener = new();
    private readonly Lock _state = new();
    private int _active;

    public FakeCloud()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        Url = $"http://{port.LocalEndpoint}/";
        port.Stop();
        _listener.Prefixes.Add(Url);
        _listener.Start();
        // Outside of the test's context, since commands block the test's thread.
        _ = Task.Run(AcceptAsync);
    }

    public string Url { get; }

    public FakeLambda Lambda { get; } = new(Region);

    public FakeLogs Logs { get; } = new();

    public FakeIam Iam { get; } = new();

    public FakeStepFunctions StepFunctions => field ??= new(Region, Iam, Logs);

    /// <summary>Every call that succeeded, as operation and resource.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>When each successful change was made.</summary>
    public ConcurrentQueue<long> ChangeTimes { get; } = new();

    /// <summary>Every request body and response body, for laws about secrets and shapes.</summary>
    public ConcurrentQueue<(string Service, string Operation, string Body)> Responses { get; } = new();

    /// <summary>The session tokens of all calls.</summary>
    public ConcurrentQueue<string> Tokens { get; } = new();

    /// <summary>Calls with a wrong signature.</summary>
    public ConcurrentQueue<string> Unsigned { get; } = new();

    /// <summary>The calls that change something.</summary>
    public IEnumerable<string> Changes => Calls.Where(IsChange);

    /// <summary>The largest number of calls at once.</summary>
    public int MaxConcurrency { get; private set; }

    /// <summary>The number of all requests, failed ones included.</summary>
    public int Requests;

    /// <summary>Chooses an error for a call, by operation and resource; null for none.</summary>
    public Func<string, string, FakeError?> Error { get; set; } = (_, _) => null;

    /// <summary>Called before each successful call.</summary>
    public Action<string, string> Before { get; set; } = (_, _) => { };

    public static string Forwarder => $"arn:aws:lambda:{Region}:{Account}:function:datadog-forwarder";

    public FakeFunction this[string name] => Lambda.Functions[name];

    /// <summary>The environment variables that lead to this server.</summary>
    public IEnumerable<(string Name, string Value)> Location => [("AWS_REGION", Region), ("AWS_ENDPOINT_URL", Url)];

    public Dictionary<string, string> Variables => new()
    {
        ["AWS_REGION"] = Region,
        ["AWS_ENDPOINT_URL"] = Url,
        ["AWS_ACCESS_KEY_ID"] = SignatureV4.KeyId,
        ["AWS_SECRET_ACCESS_KEY"] = SignatureV4.Secret,
    };

    /// <summary>Runs a command against this server, with a clock that runs fast.</summary>
    public CliRun Run(params string[] arguments) => Run(host => host, arguments);

    /// <summary>Runs a command with another host.</summary>
    public CliRun Run(Func<CommandHost, CommandHost> configure, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var host = configure(new CommandHost(new MemoryStream(), output, error, Variables)
        {
            Clock = new FastClock(),
            ChangesPerSecond = 500
        });
        var exitCode = Task.Run(() => MacroCommand.Run(arguments, host)).WaitAsync(TimeSpan.FromMinutes(2)).GetAwaiter().GetResult();
        return new CliRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public void Dispose() => _listener.Close();

    public static bool IsChange(string call) => !Array.Exists(Reads, read => call.StartsWith(read, StringComparison.Ordinal));

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => ServeAsync(context));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        lock (_state) MaxConcurrency = Math.Max(MaxConcurrency, ++_active);
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var (status, text, type) = Answer(context.Request, body.ToArray());
        lock (_state) _active--;
        if (status == 0)
        {
            context.Response.ContentLength64 = 1;
            await context.Response.OutputStream.FlushAsync();
            context.Response.Abort();
            return;
        }
        context.Response.StatusCode = status;
        if (type is not null) context.Response.Headers["x-amzn-ErrorType"] = type;
        context.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: false);
    }

    private (int Status, string Body, string? ErrorType) Answer(HttpListenerRequest request, byte[] body)
    {
        var call = FakeCall.Read(request, body);
        Interlocked.Increment(ref Requests);
        if (call.Service != "sso" && !call.IsSigned(Region)) Unsigned.Enqueue(call.Operation);
        Tokens.Enqueue(request.Headers["X-Amz-Security-Token"] ?? "");
        try
        {
            lock (_state) return (200, Succeed(call), null);
        }
        catch (FakeError error)
        {
            return (error.Status, call.ErrorBody(error), call.IsQuery ? null : error.Code);
        }
    }

    private string Succeed(FakeCall call)
    {
        if (Error(call.Operation, call.Resource) is { } error) throw error;
        Before(call.Operation, call.Resource);
        var text = call.IsQuery ? Query(call) : Json(call);
        Calls.Enqueue($"{call.Operation} {call.Resource}".TrimEnd());
        if (IsChange(call.Operation)) ChangeTimes.Enqueue(Environment.TickCount64);
        Responses.Enqueue((call.Service, call.Operation, text));
        return text;
    }

    private string Json(FakeCall call)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            if (call.Service == "lambda") Lambda.Call(json, call.Operation, call.Resource, call.Name, call.Parameters, call.Body);
            else if (call.Service == "logs") Logs.Call(json, call.Operation, call.Resource, call.Body);
            else if (call.Service == "states") StepFunctions.Call(json, call.Operation, call.Resource, call.Body);
            else if (call.Service == "sso") WriteRoleCredentials(json, call);
            else throw new FakeError(400, "UnknownOperationException", call.Operation);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>What IAM Identity Center returns for a valid token.</summary>
    private static void WriteRoleCredentials(Utf8JsonWriter json, FakeCall call)
    {
        if (call.Name != BearerToken) throw new FakeError(401, "UnauthorizedException", "Session token not found or invalid");
        json.WriteStartObject("roleCredentials");
        json.WriteString("accessKeyId", SignatureV4.KeyId);
        json.WriteString("secretAccessKey", SignatureV4.Secret);
        json.WriteString("sessionToken", SsoToken);
        json.WriteNumber("expiration", DateTimeOffset.Parse("2099-01-01T00:00:00Z").ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    private string Query(FakeCall call) => call.Operation switch
    {
        "GetCallerIdentity" => "<GetCallerIdentityResponse><GetCallerIdentityResult>"
            + $"<Arn>arn:aws:iam::{Account}:user/ann</Arn><UserId>A</UserId><Account>{Account}</Account>"
            + "</GetCallerIdentityResult></GetCallerIdentityResponse>",
        "AssumeRole" => "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials>"
            + $"<AccessKeyId>{SignatureV4.KeyId}</AccessKeyId><SecretAccessKey>{SignatureV4.Secret}</SecretAccessKey>"
            + $"<SessionToken>{RoleToken}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"
            + $"<AssumedRoleUser><Arn>{call.Parameters["RoleArn"].Single()}</Arn><AssumedRoleId>A:macro</AssumedRoleId></AssumedRoleUser>"
            + "</AssumeRoleResult></AssumeRoleResponse>",
        _ when call.Service == "iam" => Iam.Call(call.Operation, call.Resource, call.Parameters),
        _ => throw new FakeError(400, "InvalidAction", call.Operation),
    };
}
