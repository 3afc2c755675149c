using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Cli.Parameters;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Commands;

/// <summary>The deployment that a command line describes.</summary>
/// <param name="Base">What is the same for every template.</param>
/// <param name="Given">The values of <c>--parameters</c>, overridden by those of single options.</param>
internal sealed record DeploymentArguments(PreviewOptions Base, DeploymentValues Given)
{
    /// <summary>The names of <c>--parameter</c>, which the template must have. A file may be for several templates.</summary>
    public IReadOnlyCollection<string> NamedParameters { get; init; } = [];

    /// <summary>Whether a SAM configuration beside the template is read: without <c>--parameters</c>.</summary>
    public bool ReadsSamConfig { get; init; }

    /// <summary>The environment of a SAM configuration; null for its default.</summary>
    public string? ConfigEnvironment { get; init; }

    /// <summary>The deployment of one template.</summary>
    /// <exception cref="TemplateFileException">The SAM configuration beside the template is malformed.</exception>
    /// <exception cref="IOException">The SAM configuration cannot be read.</exception>
    public PreviewOptions For(string fileName)
    {
        var values = (ReadsSamConfig ? SamConfig.ReadBeside(fileName, ConfigEnvironment) : DeploymentValues.None).OverriddenBy(Given);
        return Base with
        {
            Parameters = values.Parameters,
            Region = values.Region ?? Base.Region,
            StackName = values.StackName ?? Base.StackName,
        };
    }

    /// <summary>The deployment of a template. If the command line does not fit it, writes the reasons to standard error.</summary>
    /// <returns>Null when it does not fit; the exit status is then <see cref="ExitCode.Usage"/>.</returns>
    public PreviewOptions? ForOrTell(TemplateFile file, CommandHost host)
    {
        try
        {
            var options = For(file.FileName);
            if (!Fits(TemplateParameters.NamesIn(file), host)) return null;
            if (ReadsSamConfig && SamConfig.FindBeside(file.FileName) is { } config)
                host.PrintError(Notes.SamConfig(file.FileName, config));
            return options;
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            foreach (var line in exception.Message.Split('\n')) host.PrintError(line);
            return null;
        }
    }

    /// <summary>
    /// Whether no name of <c>--parameter</c> is misspelled. Writes the reasons, and notes on other unknown names, to standard error.
    /// </summary>
    /// <param name="declared">The names that the templates declare; null when they cannot be read.</param>
    /// <param name="host">Receives the reasons.</param>
    public bool Fits(IReadOnlyCollection<string>? declared, CommandHost host)
    {
        if (declared is null) return true;
        var unknown = TemplateParameters.Unknown(NamedParameters, declared).ToList();
        foreach (var (_, text) in unknown) host.PrintError(text);
        return !unknown.Exists(line => line.IsError);
    }
}
