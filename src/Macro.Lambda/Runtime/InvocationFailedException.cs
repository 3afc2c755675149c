namespace Macro.Lambda.Runtime;

/// <summary>
/// An event could not be handled, but the process is in a good state: the invocation fails, so that Lambda may repeat it, and the process
/// takes the next event. The message contains no value of an event or of the environment, so that it can be printed.
/// </summary>
internal sealed class InvocationFailedException(string message) : Exception(message);
