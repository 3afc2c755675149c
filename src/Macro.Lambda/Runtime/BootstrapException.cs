namespace Macro.Lambda.Runtime;

/// <summary>
/// The process cannot continue. The message contains no value of an event or of the environment, so that it can be printed.
/// </summary>
internal sealed class BootstrapException(string message) : Exception(message);
