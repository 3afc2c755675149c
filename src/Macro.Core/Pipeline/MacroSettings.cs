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
    private static readonly Dictionary<string, DefinitionFile> NoFiles = [];

    /// <summary>Names of macro parameters whose values come from <c>NoEcho</c> parameters of the template. Default: none.</summary>
    public IReadOnlySet<string> SecretParameters { get; init; } = NoNames;

    /// <summary>
    /// The value of the tag <c>dd_sls_macro_by</c>, for a host that instruments deployed resources. Default: null, which means <c>CDK</c>
    /// or
    /// <c>SAM</c> if the template shows it.
    /// </summary>
    public string? Tool { get; init; }

    /// <summary>
    /// Whether Datadog's layers for another runtime, architecture or edition are replaced. Default: false, since a template shows its
    /// layers
    /// to its author; a deployed function keeps those of its earlier runtimes.
    /// </summary>
    public bool ReplacesOutdatedLayers { get; init; }

    /// <summary>
    /// Whether a deployment runs <c>AWS::LanguageExtensions</c> before the macro, so that a remaining loop is one that the host
    /// could not expand. Default: false.
    /// </summary>
    public bool ExpandsLoopsFirst { get; init; }

    /// <summary>
    /// The definitions of state machines that the host found in files beside the template, by logical id. In a deployment the macro cannot
    /// read them, so they only make warnings more precise. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, DefinitionFile> DefinitionFiles { get; init; } = NoFiles;

    /// <summary>Values of <c>NoEcho</c> parameters of the template, which must not be displayed. Default: none.</summary>
    public IReadOnlyCollection<string> SecretTexts { get; init; } = [];
}

/// <summary>A file with the definition of a state machine.</summary>
/// <param name="Location">Its name as the template writes it.</param>
/// <param name="Json">The definition, UTF-8 JSON; it need not be valid.</param>
public sealed record DefinitionFile(string Location, ReadOnlyMemory<byte> Json);
