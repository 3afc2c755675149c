namespace Macro.Lambda.CloudWatch;

/// <summary>The macro's function is not set up to call AWS. The message names cause and remedy and no value, so that it can be shown.</summary>
internal sealed class SetupException(string message) : Exception(message);
