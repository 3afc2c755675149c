using Macro.Cli.Templates;
using Macro.Core.Config;
using Macro.Core.Diagnostics;
using Macro.Core.Templates;

namespace Macro.Cli.Preview;

/// <summary>Something to tell about a place of a template.</summary>
/// <param name="Path">The place, such as <c>Resources.CreateOrder</c>; empty for the template as a whole.</param>
/// <param name="Severity">Warning or error.</param>
/// <param name="Message">One line, with the diagnostic's code and subject where there is one.</param>
internal sealed record Finding(string Path, Severity Severity, string Message)
{
    /// <summary>A diagnostic with its place: the parameter or the resource that it is about.</summary>
    /// <param name="diagnostic">What the macro said.</param>
    /// <param name="parameterPath">Where the macro's parameters stand in the template.</param>
    /// <param name="resources">The template's resources.</param>
    public static Finding Of(Diagnostic diagnostic, string parameterPath, ObjectNode? resources)
    {
        var path = diagnostic.Subject is not { } subject ? ""
            : ParameterCatalog.Find(subject) is null && resources?[subject] is not null ? $"Resources.{subject}"
            : diagnostic.Code == DiagnosticCatalog.DuplicateKey.Code ? subject
            : $"{parameterPath}.{subject}";
        return new(path, diagnostic.Severity, diagnostic.ToString());
    }

    /// <summary>The finding as compilers print theirs: <c>file:line:column: warning DD315 CreateOrder: …</c>.</summary>
    public string Describe(TemplateFile file)
    {
        var position = file.Locate(Path);
        return $"{file.FileName}:{position.Line}:{position.Column}: {(Severity == Severity.Error ? "error" : "warning")} {Message}";
    }
}
