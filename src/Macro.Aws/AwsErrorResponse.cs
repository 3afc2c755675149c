using System.Net;
using System.Text.Json;

namespace Macro.Aws;

/// <summary>The error that an AWS API returns for a failed call.</summary>
/// <param name="Code">The code of the error, without its namespace; null when the response has none.</param>
/// <param name="Message">The explanation; null when the response has none.</param>
public sealed record AwsErrorResponse(string? Code, string? Message)
{
    private const string CodeHeader = "x-amzn-ErrorType";

    /// <summary>Reads an error of the AWS JSON and REST-JSON protocols.</summary>
    /// <remarks>Source: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization</remarks>
    /// <param name="response">The response, whose headers may contain the code.</param>
    /// <param name="body">The body of the response; it need not be valid JSON.</param>
    public static AwsErrorResponse ReadJson(HttpResponseMessage response, byte[] body)
    {
        var code = response.Headers.NonValidated.TryGetValues(CodeHeader, out var values) ? values.ToString() : null;
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new(Strip(code ?? Text(root, "__type") ?? Text(root, "code")), Text(root, "message") ?? Text(root, "Message"))
                : new(Strip(code), null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new(Strip(code), null);
        }
    }

    internal AwsException ToException(AwsOperation operation, HttpStatusCode status)
    {
        var isTransient = status is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests
            || AwsErrorCodes.IsTransient(Code);
        var summary = Code is null ? $"HTTP status {(int)status}." : $"{Code} ({(int)status}).";
        return new AwsException(operation, $"{summary}{Explain(operation)}", Code, isTransient);
    }

    private string Explain(AwsOperation operation) => AwsErrorCodes.Classify(Code) switch
    {
        AwsErrorKind.AccessDenied => $" The caller must be allowed {MissingAction() ?? operation.Action} on {operation.Resource}.{Quote()}",
        // AWS's explanation is left out: it may quote the canonical request, which contains the session token.
        AwsErrorKind.InvalidSignature => " The system clock or the credentials are wrong.",
        AwsErrorKind.InvalidCredentials => " The credentials are invalid or have expired.",
        _ => Code is null ? "" : Quote(),
    };

    /// <summary>The action that AWS names, which may be another one that the call needs; null when it names none.</summary>
    private string? MissingAction()
    {
        const string before = "not authorized to perform: ";
        var start = Message?.IndexOf(before, StringComparison.Ordinal) ?? -1;
        return start < 0 ? null : Message![(start + before.Length)..].Split(' ')[0];
    }

    private string Quote() => Message is { Length: > 0 } ? $" AWS says: {Message.TrimEnd('.')}." : "";

    /// <summary>Removes the namespace before <c>#</c> and the URL after <c>:</c>.</summary>
    private static string? Strip(string? code) => code?.Split('#')[^1].Split(':')[0];

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
