namespace Macro.Aws;

/// <summary>Retries calls that fail temporarily. Each process has one policy for all services.</summary>
public interface IRetryPolicy
{
    /// <summary>Makes a call until it succeeds or fails for good.</summary>
    /// <param name="operation">What the call does, for messages.</param>
    /// <param name="attempt">
    /// Makes the call once. Throws an <see cref="AwsException"/>; where its <see cref="AwsException.IsTransient"/> is true, the call may
    /// succeed later.
    /// </param>
    /// <param name="cancellationToken">Ends the attempts and the delays between them.</param>
    /// <returns>The body of the response.</returns>
    /// <exception cref="AwsException">The call failed for good, or too often.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was requested; a host may throw an <see cref="AwsException"/> instead.
    /// </exception>
    Task<byte[]> RunAsync(AwsOperation operation, Func<CancellationToken, Task<byte[]>> attempt, CancellationToken cancellationToken);
}
