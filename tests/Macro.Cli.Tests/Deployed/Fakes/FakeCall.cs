using System.Net;
using System.Text;
using System.Text.Json;
using Macro.Aws.Tests.Fakes;

namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>One request to <see cref="FakeCloud"/>.</summary>
internal sealed record FakeCall(string Service, string Operation, string Resource, string? Name)
{
    private HttpListenerRequest _request = null!;
    private byte[] _bytes = [];

    /// <summary>The parameters of the query or the form.</summary>
    public ILookup<string, string> Parameters { get; private init; } = null!;

    public JsonElement Body { get; private init; }

    public bool IsQuery => Service is "sts" or "iam";

    public static FakeCall Read(HttpListenerRequest request, byte[] body)
    {
        var (path, query) = request.RawUrl!.Split('?', 2) is [var before, var after] ? (before, after) : (request.RawUrl!, "");
        var isForm = request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) is true;
        var parameters = Pairs(isForm ? Encoding.UTF8.GetString(body) : query);
        var json = body is [(byte)'{', ..] ? JsonDocument.Parse(body).RootElement : default;
        var call = isForm ? ReadForm(parameters)
            : request.Headers["X-Amz-Target"] is { } target ? ReadTarget(target, json)
            : path == "/federation/credentials" ? new("sso", "GetRoleCredentials", parameters["role_name"].Single(),
                request.Headers["x-amz-sso_bearer_token"])
            : FakeLambda.Parse(request.HttpMethod, path) is var (operation, function, name) ? new("lambda", operation, function, name)
            : new FakeCall("", request.HttpMethod, path, null);
        return call with { Parameters = parameters, Body = json, _request = request, _bytes = body };
    }

    /// <summary>Whether the signature is what AWS computes.</summary>
    public bool IsSigned(string region)
    {
        var authorization = _request.Headers["Authorization"] ?? "";
        var start = authorization.IndexOf("SignedHeaders=", StringComparison.Ordinal);
        if (start < 0) return false;
        var names = authorization[(start + 14)..authorization.IndexOf(',', start)].Split(';');
        var headers = names.ToDictionary(name => name, name => _request.Headers[name] ?? "");
        var (path, query) = _request.RawUrl!.Split('?', 2) is [var before, var after] ? (before, after) : (_request.RawUrl!, "");
        var canonicalPath = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var canonicalQuery = string.Join('&', query.Split('&').Order(StringComparer.Ordinal));
        var scope = $"{region}/{(Service == "states" ? "states" : Service)}";
        return authorization == SignatureV4.Authorization($"{_request.HttpMethod} {canonicalPath} {canonicalQuery}", headers, _bytes,
            scope);
    }

    public string ErrorBody(FakeError error) => IsQuery
        ? $"<ErrorResponse><Error><Type>Sender</Type><Code>{error.Code}</Code><Message>{error.Message}</Message></Error></ErrorResponse>"
        : $$"""{"__type":"{{error.Code}}","message":"{{JsonEncodedText.Encode(error.Message)}}"}""";

    private static FakeCall ReadForm(ILookup<string, string> form)
    {
        var isIam = form["Version"].Single() == "2010-05-08";
        return new(isIam ? "iam" : "sts", form["Action"].Single(), form["RoleName"].FirstOrDefault() ?? "", null);
    }

    private static FakeCall ReadTarget(string target, JsonElement body)
    {
        var (prefix, operation) = target.Split('.') is [var first, var second] ? (first, second) : ("", target);
        string? Text(string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;
        return prefix.StartsWith("Logs", StringComparison.Ordinal)
            ? new("logs", operation, Text("logGroupName") ?? "", null)
            : new("states", operation, (Text("stateMachineArn") ?? Text("resourceArn") ?? "").Split(':')[^1], null);
    }

    private static ILookup<string, string> Pairs(string text) => text.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToLookup(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : ""));
}
