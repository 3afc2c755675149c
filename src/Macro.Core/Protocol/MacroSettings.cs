namespace Macro.Core.Protocol;

/// <summary>What the host knows of itself and hands to the transform, which reads nothing on its own.</summary>
/// <param name="Variables">
/// Environment variables of the macro's own process, by name: the account-wide defaults of parameters. Names that no
/// parameter has are ignored.
/// </param>
/// <param name="FunctionArn">
/// ARN of the macro's own Lambda function, with a version or alias or without; the function is the service token of <c>Custom::DatadogLogGroups</c>. Null where no function
/// runs (the command line without <c>--macro-arn</c>): function <c>DatadogServerlessMacro</c> of the request's account and region.
/// </param>
public sealed record MacroSettings(IReadOnlyDictionary<string, string> Variables, string? FunctionArn = null);
