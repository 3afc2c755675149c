namespace Macro.Aws.CloudWatchLogs;

/// <summary>The macro's function is not set up to call AWS. The message names cause and remedy and no value, so that it can be shown.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
