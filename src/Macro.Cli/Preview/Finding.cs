using Macro.Cli.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>A diagnostic with its place in a template.</summary>
/// <param name="Path">The place, such as <c>Resources.CreateOrder</c>; empty for the template as a whole.</param>
/// <param name="Diagnostic">What is to be told.</param>
internal sealed record Finding(string Path, Diagnostic Diagnostic)
{
    /// <summary>A diagnostic of the macro, at the parameter or the resource that it is about.</summary>
    /// <param name="diagnostic">What the macro said.</param>
    /// <param name="parameterPath">Where the macro's parameters stand in the template.</param>
    /// <param name="resources">The template's resources.</param>
    public static Finding Of(Diagnostic diagnostic, string parameterPath, ObjectNode? resources)
    {
        var path = diagnostic.Subject is not { } subject ? ""
            : ParameterCatalog.Find(subject) is null && resources?[subject] is not null ? $"Resources.{subject}"
            : diagnostic.Code == DiagnosticCatalog.DuplicateKey.Code ? subject
            : $"{parameterPath}.{subject}";
        return new(path, diagnostic);
    }

    public Severity Severity => Diagnostic.Severity;

    /// <summary>One line, with the diagnostic's code and subject.</summary>
    public string Message => Diagnostic.ToString();

    /// <summary>The finding at its line and column.</summary>
    public LocatedFinding In(TemplateFile file) => new(file.Locate(Segments(Path)), Diagnostic);

    /// <summary>The finding as compilers print theirs: <c>file:line:column: warning DD315 CreateOrder: …</c>.</summary>
    public string Describe(TemplateFile file) => In(file).Describe(file.FileName);

    private static JsonPath Segments(string path) => JsonPath.Create(
    [
        .. path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.StartsWith('[') && int.TryParse(part.AsSpan(1..^1), out var index) ? index : (PathSegment)part),
    ]);
}
