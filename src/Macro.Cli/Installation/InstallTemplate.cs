using System.Text.Json;
using Macro.Cli.Yaml;

namespace Macro.Cli.Installation;

/// <summary>The template of the macro's stack, which is part of this program.</summary>
internal sealed class InstallTemplate
{
    private const string Name = "macro-template.yml";

    private readonly HashSet<string> _secrets = [];
    private readonly HashSet<string> _names = [];

    private InstallTemplate(string body)
    {
        Body = body;
        using var document = JsonDocument.Parse(CloudFormationYaml.Read(body, Name).Json);
        foreach (var parameter in document.RootElement.GetProperty("Parameters").EnumerateObject())
        {
            _names.Add(parameter.Name);
            if (parameter.Value.TryGetProperty("NoEcho", out _)) _secrets.Add(parameter.Name);
        }
    }

    /// <summary>The template as it is sent.</summary>
    public string Body { get; }

    /// <summary>The names of its parameters.</summary>
    public IReadOnlySet<string> ParameterNames => _names;

    /// <summary>Whether the value of a parameter must not be shown.</summary>
    public bool IsSecret(string parameter) => _secrets.Contains(parameter);

    public static InstallTemplate Load()
    {
        using var reader = new StreamReader(typeof(InstallTemplate).Assembly.GetManifestResourceStream(Name)!);
        return new(reader.ReadToEnd());
    }
}
