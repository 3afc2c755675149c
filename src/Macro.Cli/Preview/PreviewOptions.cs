using Macro.CloudFormation.Evaluation;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>The deployment that a preview simulates.</summary>
internal sealed record PreviewOptions
{
    public const string DefaultMacroName = "DatadogServerless";
    public const string DefaultRegion = "us-east-1";
    public const string DefaultAccount = "123456789012";
    public const string DefaultStackName = "preview";

    /// <summary>The macro's name under <c>Transform</c>.</summary>
    public string MacroName { get; init; } = DefaultMacroName;

    public string Region { get; init; } = DefaultRegion;

    public string Account { get; init; } = DefaultAccount;

    public string StackName { get; init; } = DefaultStackName;

    /// <summary>The values of template parameters; the others have their defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether a parameter of the macro that refers to a <c>NoEcho</c> parameter stays a reference, so that no output has its value.
    /// </summary>
    public bool KeepsSecretReferences { get; init; }

    /// <summary>Parameters of the macro that override those of the template.</summary>
    public IReadOnlyDictionary<string, OverrideValue> Overrides { get; init; } = new Dictionary<string, OverrideValue>();

    /// <summary>Warnings that a configuration file ignores; the template's own lists come on top.</summary>
    public IReadOnlyList<IgnoreRule> Ignored { get; init; } = [];

    /// <summary>Whether <c>DD_*</c> environment variables are account-wide defaults. On a laptop they may be personal settings.</summary>
    public bool UsesEnvironment { get; init; }

    /// <summary>Whether the last of several equal keys of a YAML mapping counts, as in SAM's command line.</summary>
    public bool AllowsDuplicateKeys { get; init; }

    /// <summary>Whether the preview lists the changes, for commands that show them.</summary>
    public bool RecordsChanges { get; init; }

    /// <summary>ARN of the macro's function; null: the default name in the region and account.</summary>
    public string? MacroArn { get; init; }

    /// <summary>The values of references in this deployment.</summary>
    public TemplateValues ValuesFor(ObjectNode template) =>
        new(Region, Account, template["Parameters"u8] as ObjectNode, GivenValues(), StackName) { RevealsNoEcho = true };

    /// <summary>The template parameter values, in the format of a macro event.</summary>
    public ObjectNode GivenValues()
    {
        var values = new ObjectNode();
        foreach (var (name, value) in Parameters) values.Add(name, value);
        return values;
    }
}
