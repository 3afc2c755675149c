namespace Macro.Core.Pipeline;

/// <summary>What the host knows of itself and hands to the transform, which reads nothing on its own.</summary>
/// <param name="Variables">
/// Environment variables of the macro's own process, by name: the account-wide defaults of parameters. Names that no parameter has are ignored.
/// </param>
/// <param name="FunctionArn">
/// ARN of the macro's own Lambda function, with a version or alias or without; the function is the service token of
/// <c>Custom::DatadogLogGroups</c>. Null where no function runs: function <c>DatadogServerlessMacro</c> of the request's account and region.
/// </param>
public sealed record MacroSettings(IReadOnlyDictionary<string, string> Variables, string? FunctionArn = null)
{
    private static readonly HashSet<string> NoNames = [];

    /// <summary>Names of macro parameters whose values come from <c>NoEcho</c> parameters of the template. Default: none.</summary>
    public IReadOnlySet<string> SecretParameters { get; init; } = NoNames;

    /// <summary>Values of <c>NoEcho</c> parameters of the template, which nothing made for people may show. Default: none.</summary>
    public IReadOnlyCollection<string> SecretTexts { get; init; } = [];
}
