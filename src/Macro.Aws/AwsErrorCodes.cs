namespace Macro.Aws;

/// <summary>Classifies the error codes of AWS's APIs.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/CommonErrors.html and
/// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
/// </remarks>
internal static class AwsErrorCodes
{
    private static readonly string[] Transient =
    [
        "ThrottlingException", "Throttling", "TooManyRequestsException", "RequestLimitExceeded", "OperationAbortedException",
        "ServiceUnavailableException", "ServiceUnavailable", "ResourceConflictException", "ConflictException",
        "ConcurrentModification",
    ];

    private static readonly string[] AccessDenied = ["AccessDeniedException", "AccessDenied"];

    private static readonly string[] Signature =
    [
        "InvalidSignatureException", "SignatureDoesNotMatch", "RequestTimeTooSkewed", "RequestExpired", "IncompleteSignature",
        "IncompleteSignatureException",
    ];

    private static readonly string[] Credentials =
    [
        "ExpiredTokenException", "ExpiredToken", "UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException",
    ];

    /// <summary>Whether the same call may succeed later.</summary>
    public static bool IsTransient(string? code) => Array.IndexOf(Transient, code) >= 0;

    public static AwsErrorKind Classify(string? code) =>
        Array.IndexOf(AccessDenied, code) >= 0 ? AwsErrorKind.AccessDenied
        : Array.IndexOf(Signature, code) >= 0 ? AwsErrorKind.InvalidSignature
        : Array.IndexOf(Credentials, code) >= 0 ? AwsErrorKind.InvalidCredentials
        : AwsErrorKind.Other;
}
