namespace Macro.Lambda.Runtime;

/// <summary>Names a failed call without its message, which may quote a presigned URL.</summary>
internal static class HttpErrorText
{
    public static string Describe(Exception fault) => fault switch
    {
        HttpRequestException { StatusCode: { } status } => $"status {(int)status}",
        HttpRequestException { HttpRequestError: var error } => error.ToString(),
        HttpIOException { HttpRequestError: var error } => error.ToString(),
        TimeoutException => "no answer in time",
        _ => fault.GetType().ToString(),
    };
}
