namespace Macro.Aws;

/// <summary>The process is not configured to call AWS.</summary>
/// <param name="message">Cause and remedy in sentences. It contains no value of the environment, so that it can be shown.</param>
public sealed class ConfigurationException(string message) : Exception(message);
