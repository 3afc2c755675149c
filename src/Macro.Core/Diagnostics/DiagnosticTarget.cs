using Macro.Json;

namespace Macro.Core.Diagnostics;

/// <summary>What a diagnostic is about. The subclasses in this file are the only ones.</summary>
public abstract record DiagnosticTarget
{
    private protected DiagnosticTarget() { }

    /// <summary>The event, the template or the deployment as a whole.</summary>
    public static DiagnosticTarget Request { get; } = new RequestTarget();

    /// <summary>The name of the target in the report, the log and messages; null for <see cref="Request"/>.</summary>
    public abstract string? Subject { get; }
}

/// <summary>The event, the template or the deployment as a whole.</summary>
public sealed record RequestTarget : DiagnosticTarget
{
    internal RequestTarget() { }

    /// <inheritdoc/>
    public override string? Subject => null;
}

/// <summary>A resource of the template.</summary>
/// <param name="LogicalId">Its logical id.</param>
public sealed record ResourceTarget(string LogicalId) : DiagnosticTarget
{
    /// <inheritdoc/>
    public override string Subject => LogicalId;
}

/// <summary>A property of a resource of the template.</summary>
/// <param name="LogicalId">The resource's logical id; also the subject.</param>
/// <param name="Property">Name of the property, such as <c>Environment</c>.</param>
public sealed record PropertyTarget(string LogicalId, string Property) : DiagnosticTarget
{
    /// <inheritdoc/>
    public override string Subject => LogicalId;
}

/// <summary>A place inside a resource of the template.</summary>
/// <param name="LogicalId">The resource's logical id; also the subject.</param>
/// <param name="Path">Path from the template's root.</param>
public sealed record ResourcePathTarget(string LogicalId, JsonPath Path) : DiagnosticTarget
{
    /// <inheritdoc/>
    public override string Subject => LogicalId;
}

/// <summary>A parameter of the macro that applies to the whole stack.</summary>
/// <param name="Name">The parameter's name as the template spells it.</param>
public sealed record MacroParameterTarget(string Name) : DiagnosticTarget
{
    /// <inheritdoc/>
    public override string Subject => Name.Length > 0 ? Name : "\"\"";
}

/// <summary>A parameter of the macro under <c>Metadata.Datadog</c> of one resource.</summary>
/// <param name="LogicalId">The resource's logical id; also the subject.</param>
/// <param name="Name">The parameter's name as the template spells it.</param>
public sealed record ResourceParameterTarget(string LogicalId, string Name) : DiagnosticTarget
{
    /// <inheritdoc/>
    public override string Subject => LogicalId;
}

/// <summary>An environment variable of the macro's process, which sets an account-wide default.</summary>
/// <param name="Name">Name of the variable.</param>
public sealed record ProcessVariableTarget(string Name) : DiagnosticTarget
{
    /// <inheritdoc/>
    public override string Subject => Name;
}

/// <summary>Any other place in the template.</summary>
/// <param name="Path">Path from the template's root.</param>
public sealed record TemplatePathTarget(JsonPath Path) : DiagnosticTarget
{
    /// <inheritdoc/>
    public override string? Subject => Path.IsRoot ? null : Path.ToString();
}
