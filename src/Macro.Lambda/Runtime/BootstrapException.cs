namespace Macro.Lambda.Runtime;

/// <summary>The process cannot go on. The message is ours alone, so that it can be printed: no value of an event or of the environment.</summary>
internal sealed class BootstrapException(string message) : Exception(message);
