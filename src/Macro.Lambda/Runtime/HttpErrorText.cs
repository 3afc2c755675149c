namespace Macro.Lambda.Runtime;

/// <summary>Describes a failed call without the message of its exception, which may contain a presigned URL.</summary>
internal static class HttpErrorText
{
    public static string Describe(Exception exception) => exception switch
    {
        HttpRequestException { StatusCode: { } status } => $"status {(int)status}",
        HttpRequestException { HttpRequestError: var error } => error.ToString(),
        HttpIOException { HttpRequestError: var error } => error.ToString(),
        TimeoutException => "a timeout",
        _ => exception.GetType().ToString(),
    };
}
