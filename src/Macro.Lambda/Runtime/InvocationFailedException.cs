namespace Macro.Lambda.Runtime;

/// <summary>
/// An event could not be answered, and the process is sound: the invocation fails, so that Lambda may invoke again, and the next event is
/// taken. The message is ours alone, so that it can be printed.
/// </summary>
internal sealed class InvocationFailedException(string message) : Exception(message);
