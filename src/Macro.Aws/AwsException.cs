namespace Macro.Aws;

/// <summary>
/// A call of an AWS API failed. The message names the IAM action, the resource and AWS's error; it contains no secret, so that it can be
/// shown.
/// </summary>
/// <param name="operation">What was called.</param>
/// <param name="reason">Why it failed, in sentences.</param>
/// <param name="code">AWS's code of the error, such as <c>AccessDeniedException</c>; null when the response has none.</param>
/// <param name="isTransient">Whether the same call may succeed later.</param>
public sealed class AwsException(AwsOperation operation, string reason, string? code = null, bool isTransient = false)
    : Exception($"{operation.Action} failed for {operation.Resource}: {reason}")
{
    /// <summary>What was called.</summary>
    public AwsOperation Operation => operation;

    /// <summary>Why it failed, in sentences: the message without the operation.</summary>
    public string Reason => reason;

    /// <summary>AWS's code of the error, such as <c>AccessDeniedException</c>; null when the response has none.</summary>
    public string? Code => code;

    /// <summary>What the code means, so that a host can add its own advice.</summary>
    public AwsErrorKind Kind => AwsErrorCodes.Classify(code);

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsTransient => isTransient;
}
