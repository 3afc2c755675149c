using System.Net;
using System.Text.Json;

namespace Macro.Aws.CloudWatchLogs;

/// <summary>Reads what an AWS JSON API answers when it fails.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/CommonErrors.html</remarks>
internal static class AwsErrorResponse
{
    private static readonly string[] TransientTypes =
        ["ThrottlingException", "Throttling", "TooManyRequestsException", "RequestLimitExceeded", "OperationAbortedException", "ServiceUnavailableException"];

    /// <summary>The request was not believed to come from the role, at this time.</summary>
    private static readonly string[] SignatureTypes =
        ["InvalidSignatureException", "SignatureDoesNotMatch", "RequestTimeTooSkewed", "RequestExpired", "IncompleteSignature", "IncompleteSignatureException"];

    private static readonly string[] CredentialTypes =
    [
        "ExpiredTokenException", "ExpiredToken", "UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException",
    ];

    public static CloudWatchLogsException Read(string action, string logGroup, HttpStatusCode status, byte[] body)
    {
        var (type, message) = Parse(body);
        var advice = Advice(type, action, logGroup);
        // Of a signature AWS may say what should have been signed, session token and all.
        var isQuotable = type is not null && message is not null && !SignatureTypes.Contains(type) && !CredentialTypes.Contains(type);
        return new CloudWatchLogsException(
            action, logGroup, $"{type ?? "status"} ({(int)status}).{advice}{(isQuotable ? $" AWS says: {message}" : "")}", type,
            isTransient: status is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests || TransientTypes.Contains(type));
    }

    private static string Advice(string? type, string action, string logGroup) => type switch
    {
        "AccessDeniedException" => $" Allow the macro's role logs:{action} on log group {logGroup}, by the parameter LogGroupPrefixes of the macro's stack.",
        _ when SignatureTypes.Contains(type) =>
            " The request's time or signature is wrong: the clock of the macro's function is off, or its credentials are. Deploy again; if that does not help, update the macro's function, so that AWS Lambda starts it anew.",
        _ when CredentialTypes.Contains(type) =>
            " The credentials of the macro's role are not valid, or no longer. Deploy again; if that does not help, check that the role exists and update the macro's function, so that AWS Lambda starts it with new ones.",
        _ => "",
    };

    /// <summary>The error's name, which may stand behind a namespace and <c>#</c>, and its message; null where the body tells none.</summary>
    private static (string? Type, string? Message) Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object ? (Text(root, "__type")?.Split('#')[^1], Text(root, "message") ?? Text(root, "Message")) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
