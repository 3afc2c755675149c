using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>A diagnostic with its path in a template.</summary>
/// <param name="Path">The path, such as <c>Resources.CreateOrder</c>; the root for the whole template.</param>
/// <param name="Diagnostic">The diagnostic.</param>
internal sealed record Finding(JsonPath Path, Diagnostic Diagnostic)
{
    /// <summary>The position in a file that cannot be read, where there are no paths; otherwise null.</summary>
    public TextPosition? Position { get; init; }

    public Severity Severity => Diagnostic.Severity;

    /// <summary>One line, with the diagnostic's code and subject.</summary>
    public string Message => Diagnostic.ToString();

    /// <summary>Creates a finding from a diagnostic of the macro, at the path of its target.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="parameters">The path of the macro's parameters in the template.</param>
    public static Finding Create(Diagnostic diagnostic, JsonPath parameters) => new(PathOf(diagnostic.Target, parameters), diagnostic);

    /// <summary>The logical id of the resource that contains the path; null when it is outside of resources.</summary>
    public string? LogicalId => Path.Segments is [{ Name: "Resources" }, var resource, ..] ? resource.Name : null;

    /// <summary>Creates a finding for a duplicate key that the preview found before the macro ran.</summary>
    public static Finding DuplicateKey(DuplicateKeyException exception) =>
        new(exception.Path, DiagnosticCatalog.DuplicateKey.For(new TemplatePathTarget(exception.Path), exception.Key));

    /// <summary>Creates a finding for a key that a later one of the same name replaces.</summary>
    public static Finding ReplacedKey(ReplacedKey key) =>
        new(key.Path, PreviewDiagnostics.ReplacedKey.For(new TemplatePathTarget(key.Path), key.Name, $"{key.Line}"));

    /// <summary>The finding at its line and column.</summary>
    public LocatedFinding In(TemplateFile file) => new(Position ?? file.Locate(Path), Diagnostic) { LogicalId = LogicalId };

    /// <summary>Formats the finding like a compiler message: <c>file:line:column: warning DD315 CreateOrder: …</c>.</summary>
    public string Describe(TemplateFile file) => In(file).Describe(file.FileName);

    private static JsonPath PathOf(DiagnosticTarget target, JsonPath parameters) => target switch
    {
        ResourceTarget(var logicalId) => JsonPath.Create("Resources", logicalId),
        PropertyTarget(var logicalId, var property) => JsonPath.Create("Resources", logicalId, "Properties", property),
        ResourceParameterTarget(var logicalId, var name) => JsonPath.Create("Resources", logicalId, "Metadata", "Datadog", name),
        MacroParameterTarget(var name) => parameters.Append(name),
        ResourcePathTarget(_, var path) => path,
        TemplatePathTarget(var path) => path,
        _ => JsonPath.Root,
    };
}
