using Macro.Cli.Preview;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>What is known about a compared deployment, with secrets masked.</summary>
/// <param name="Region">The region.</param>
/// <param name="StackName">The stack; null when none was given.</param>
/// <param name="Commit">The commit hash of <c>gitData</c>; null without one.</param>
/// <param name="Parameters">The macro's parameters in effect, except <c>gitData</c>.</param>
/// <param name="TemplateParameters">The given parameters of the template.</param>
internal sealed record DeploymentFacts(
    string Region, string? StackName, string? Commit, IReadOnlyList<(string Name, string Value)> Parameters,
    IReadOnlyList<(string Name, string Value)> TemplateParameters)
{
    /// <summary>Its value has the URL of the repository, which may contain a token.</summary>
    private const string GitData = "gitData";

    private const string Stack = "stackName";

    /// <summary>Returns the facts.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="declared">The names of the parameters that the template declares.</param>
    /// <param name="secrets">Texts that may not be shown.</param>
    public static DeploymentFacts Of(PreviewedDeployment deployment, IReadOnlyCollection<string> declared, Secrets secrets)
    {
        var options = deployment.Options;
        return new(
            options.Region,
            options.StackName == PreviewOptions.DefaultStackName ? null : Shown(options.StackName),
            CommitOf(deployment, secrets),
            [.. deployment.Parameters.Where(entry => !IsFact(entry)).Select(entry => (entry.Key, ValueOf(entry)))],
            [.. options.Parameters.Where(entry => declared.Contains(entry.Key)).Select(entry => (entry.Key, Shown(entry.Value)))]);

        // Commit, repository and stack have their own facts.
        bool IsFact(KeyValuePair<string, Node> entry) =>
            NameOf(entry.Key) == GitData || NameOf(entry.Key) == Stack && entry.Value.Text == options.StackName;

        string Shown(string text) => secrets.AreIn(text) ? ValueText.Mask : text;

        string ValueOf(KeyValuePair<string, Node> entry) => IsShown(entry.Key, deployment)
            ? ValueText.Of(entry.Value, secrets)
            : ValueText.Mask;
    }

    /// <summary>A name that is not in the catalogue may be a misspelled one, whose value is a secret.</summary>
    private static bool IsShown(string name, PreviewedDeployment deployment) =>
        ParameterCatalog.Find(name) is { IsSecret: false } known && !deployment.SecretParameters.Contains(known.Name);

    private static string NameOf(string name) => ParameterCatalog.Find(name)?.Name ?? name;

    private static string? CommitOf(PreviewedDeployment deployment, Secrets secrets)
    {
        var value = deployment.Parameters.FirstOrDefault(entry => NameOf(entry.Key) == GitData);
        if (value.Key is null || !IsShown(value.Key, deployment) || value.Value.Text is not { } text) return null;
        var hash = text.Split(',')[0].Trim();
        return hash.Length > 0 && hash.All(char.IsAsciiHexDigit) && !secrets.AreIn(text) ? hash : null;
    }
}
