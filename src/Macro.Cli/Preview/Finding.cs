using Macro.Cli.Templates;
using Macro.Core.Diagnostics;
using Macro.Json;
using JsonPath = Macro.Json.JsonPath;

namespace Macro.Cli.Preview;

/// <summary>A diagnostic with its place in a template.</summary>
/// <param name="Path">The place, such as <c>Resources.CreateOrder</c>; the root for the template as a whole.</param>
/// <param name="Diagnostic">The diagnostic.</param>
internal sealed record Finding(JsonPath Path, Diagnostic Diagnostic)
{
    public Severity Severity => Diagnostic.Severity;

    /// <summary>One line, with the diagnostic's code and subject.</summary>
    public string Message => Diagnostic.ToString();

    /// <summary>A diagnostic of the macro, at the place that its target names.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="parameters">Where the template has the macro's parameters.</param>
    public static Finding Create(Diagnostic diagnostic, JsonPath parameters) => new(PathOf(diagnostic.Target, parameters), diagnostic);

    /// <summary>Logical id of the resource that the path is in; null when it is in none.</summary>
    public string? LogicalId => Path.Segments is [{ Name: "Resources" }, var resource, ..] ? resource.Name : null;

    /// <summary>A key that an object has twice, found where the preview itself reads the template.</summary>
    public static Finding DuplicateKey(DuplicateKeyException exception) =>
        new(exception.Path, DiagnosticCatalog.DuplicateKey.For(new TemplatePathTarget(exception.Path), exception.Key));

    /// <summary>The finding at its line and column.</summary>
    public LocatedFinding In(TemplateFile file) => new(file.Locate(Path), Diagnostic);

    /// <summary>The finding as compilers print theirs: <c>file:line:column: warning DD315 CreateOrder: …</c>.</summary>
    public string Describe(TemplateFile file) => In(file).Describe(file.FileName);

    private static JsonPath PathOf(DiagnosticTarget target, JsonPath parameters) => target switch
    {
        ResourceTarget(var logicalId) => JsonPath.Create("Resources", logicalId),
        PropertyTarget(var logicalId, var property) => JsonPath.Create("Resources", logicalId, "Properties", property),
        ResourceParameterTarget(var logicalId, var name) => JsonPath.Create("Resources", logicalId, "Metadata", "Datadog", name),
        MacroParameterTarget(var name) => parameters.Append(name),
        TemplatePathTarget(var path) => path,
        _ => JsonPath.Root,
    };
}
