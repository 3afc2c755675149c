namespace Macro.Cli.Templates.Reading;

/// <summary>One reason why a template file cannot be read.</summary>
/// <param name="Position">Where the reader noticed it.</param>
/// <param name="Cause">What is wrong, as a sentence.</param>
/// <param name="Remedy">How to fix it, as a sentence.</param>
internal sealed record TemplateProblem(TextPosition Position, string Cause, string Remedy);
