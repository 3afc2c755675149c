using Macro.Cli.Search;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Projects;

/// <summary>Finds the file that determines the kind of a project.</summary>
internal static class ProjectSearch
{
    /// <summary>The files of frameworks, in the order in which they are tried; a template is last.</summary>
    private static readonly string[] Names =
    [
        "serverless.yml", "serverless.yaml", "cdk.json", ".chalice/config.json", "zappa_settings.json",
        "template.yaml", "template.yml", "template.json",
    ];

    /// <summary>Finds the file of a project.</summary>
    /// <param name="name">A file, or the folder of the project.</param>
    /// <exception cref="ProjectException">There is none, or several.</exception>
    public static string Find(string name)
    {
        if (name == "-") throw new ProjectException("Standard input cannot be changed.", "Name a file or folder.");
        if (!Directory.Exists(name)) return name;
        var prefix = name == "." ? "" : name;
        if (Names.Select(file => Path.Join(prefix, file)).FirstOrDefault(File.Exists) is { } known) return known;
        var templates = FileSearch.Find([name])[0].Files.Select(file => file.Name).Where(IsTemplate).Take(2).ToList();
        return templates switch
        {
            [] => throw new ProjectException(
                "The folder has no project that macro init knows.", "Name a template: macro init template.yaml"),
            [var only] => only,
            _ => throw new ProjectException(
                "The folder has several templates.", $"Name one: macro init {templates[0]}, or list the macro in all of them."),
        };
    }

    private static bool IsTemplate(string name)
    {
        try
        {
            var bytes = File.ReadAllBytes(name);
            return TemplateContent.HasItsWords(bytes) && TemplateContent.IsTemplate(TemplateFile.Read(bytes, name));
        }
        catch (Exception exception) when (exception is TemplateFileException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
