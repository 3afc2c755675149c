using System.Net;
using System.Text.Json;

namespace Macro.Lambda.CloudWatch;

/// <summary>Reads what an AWS JSON API answers when it fails.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/CommonErrors.html</remarks>
internal static class ErrorAnswer
{
    private static readonly string[] TransientTypes =
        ["ThrottlingException", "Throttling", "TooManyRequestsException", "RequestLimitExceeded", "OperationAbortedException", "ServiceUnavailableException"];

    public static CloudWatchLogsException Read(string action, string logGroup, HttpStatusCode status, byte[] body)
    {
        var (type, message) = Parse(body);
        var advice = type == "AccessDeniedException"
            ? $" Allow the macro's role logs:{action} on log group {logGroup}, by the parameter LogGroupPrefixes of the macro's stack."
            : "";
        return new CloudWatchLogsException(
            action, logGroup, $"{type ?? "status"} ({(int)status}).{advice}{(message is null ? "" : $" AWS says: {message}")}", type,
            isTransient: status is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests || TransientTypes.Contains(type));
    }

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
