namespace Macro.Core.Pipeline;

/// <summary>The settings that a host passes to the transform, which does not read the environment itself.</summary>
/// <param name="Variables">
/// Environment variables of the macro's own process, by name: the account-wide defaults of parameters. Names of other variables are
/// ignored.
/// </param>
/// <param name="FunctionArn">
/// ARN of the macro's own Lambda function, with or without a version or alias; the function is the service token of
/// <c>Custom::DatadogLogGroups</c>. Null outside Lambda: the default is the function <c>DatadogServerlessMacro</c> in the account and
/// region of the request.
/// </param>
public sealed record MacroSettings(IReadOnlyDictionary<string, string> Variables, string? FunctionArn = null)
{
    private static readonly HashSet<string> NoNames = [];

    /// <summary>Names of macro parameters whose values come from <c>NoEcho</c> parameters of the template. Default: none.</summary>
    public IReadOnlySet<string> SecretParameters { get; init; } = NoNames;

    /// <summary>
    /// Whether a deployment runs <c>AWS::LanguageExtensions</c> before the macro, so that a loop that is left is one that the host could not
    /// expand. Default: false.
    /// </summary>
    public bool ExpandsLoopsFirst { get; init; }

    /// <summary>Values of <c>NoEcho</c> parameters of the template, which must not be displayed. Default: none.</summary>
    public IReadOnlyCollection<string> SecretTexts { get; init; } = [];
}
