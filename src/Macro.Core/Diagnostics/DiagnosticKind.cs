namespace Macro.Core.Diagnostics;

/// <summary>One kind of diagnostic. Each subclass has a method <c>For</c> that takes exactly the arguments of its text.</summary>
/// <remarks>
/// Declare a kind in the class of its group, such as <see cref="FunctionDiagnostics"/>. Messages and documentation are generated from it.
/// </remarks>
public abstract class DiagnosticKind
{
    private protected DiagnosticKind(string code, Severity severity) => (Code, Severity) = (code, severity);

    /// <summary>Stable code such as <c>DD301</c>; never reused for another kind.</summary>
    public string Code { get; }

    /// <summary>Note, warning or error.</summary>
    public Severity Severity { get; }

    /// <summary>An example of the text, for documentation.</summary>
    public abstract DiagnosticText Example { get; }

    /// <summary>Whether <see cref="Example"/> is the text of every diagnostic of this kind.</summary>
    public bool IsConstant => this is ConstantDiagnosticKind;

    private protected Diagnostic Create(DiagnosticTarget target, DiagnosticText text) =>
        new(this, target, PrintableText.From(text.ToString()));
}

/// <summary>A kind whose text is always the same.</summary>
/// <param name="code">Stable code.</param>
/// <param name="severity">Warning or error.</param>
/// <param name="cause">What is wrong.</param>
/// <param name="remedy">How to fix it.</param>
public sealed class ConstantDiagnosticKind(string code, Severity severity, string cause, string remedy) : DiagnosticKind(code, severity)
{
    /// <summary>
    /// Whether the macro's own edit removes the cause of the warning. A later run then copies the warning from the report in the template,
    /// so that the report does not depend on how often the macro ran. Default: false.
    /// </summary>
    public bool PersistsAcrossRuns { get; init; }

    /// <inheritdoc/>
    public override DiagnosticText Example { get; } = new(cause, remedy);

    /// <summary>The diagnostic about a target.</summary>
    public Diagnostic For(DiagnosticTarget target) => Create(target, Example);
}

/// <summary>A kind whose text has one argument.</summary>
/// <param name="code">Stable code.</param>
/// <param name="severity">Warning or error.</param>
/// <param name="text">Makes the text.</param>
/// <param name="example">The argument of the example.</param>
public sealed class DiagnosticKind<T>(string code, Severity severity, Func<T, DiagnosticText> text, T example)
    : DiagnosticKind(code, severity)
{
    /// <inheritdoc/>
    public override DiagnosticText Example => text(example);

    /// <summary>The diagnostic about a target.</summary>
    public Diagnostic For(DiagnosticTarget target, T argument) => Create(target, text(argument));
}

/// <summary>A kind whose text has two arguments.</summary>
/// <param name="code">Stable code.</param>
/// <param name="severity">Warning or error.</param>
/// <param name="text">Makes the text.</param>
/// <param name="example">The arguments of the example.</param>
public sealed class DiagnosticKind<T1, T2>(string code, Severity severity, Func<T1, T2, DiagnosticText> text, (T1, T2) example)
    : DiagnosticKind(code, severity)
{
    /// <inheritdoc/>
    public override DiagnosticText Example => text(example.Item1, example.Item2);

    /// <summary>The diagnostic about a target.</summary>
    public Diagnostic For(DiagnosticTarget target, T1 first, T2 second) => Create(target, text(first, second));
}

/// <summary>A kind whose text has three arguments.</summary>
/// <param name="code">Stable code.</param>
/// <param name="severity">Warning or error.</param>
/// <param name="text">Makes the text.</param>
/// <param name="example">The arguments of the example.</param>
public sealed class DiagnosticKind<T1, T2, T3>(string code, Severity severity, Func<T1, T2, T3, DiagnosticText> text, (T1, T2, T3) example)
    : DiagnosticKind(code, severity)
{
    /// <inheritdoc/>
    public override DiagnosticText Example => text(example.Item1, example.Item2, example.Item3);

    /// <summary>The diagnostic about a target.</summary>
    public Diagnostic For(DiagnosticTarget target, T1 first, T2 second, T3 third) => Create(target, text(first, second, third));
}
