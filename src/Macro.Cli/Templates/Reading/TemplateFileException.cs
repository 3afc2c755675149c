namespace Macro.Cli.Templates.Reading;

/// <summary>A template file cannot be read. The message has one line for each problem: <c>file:line:column: cause remedy</c>.</summary>
internal sealed class TemplateFileException : Exception
{
    /// <summary>An exception with one or more problems, in the order of the file.</summary>
    public TemplateFileException(string fileName, IReadOnlyList<TemplateProblem> problems, Exception? inner = null)
        : base(string.Join('\n', problems.Select(problem => Describe(fileName, problem))), inner)
    {
        FileName = fileName;
        Problems = problems;
    }

    /// <summary>The file as the caller named it.</summary>
    public string FileName { get; }

    /// <summary>The problems; never empty.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; }

    private static string Describe(string fileName, TemplateProblem problem) =>
        $"{fileName}:{problem.Position.Line}:{problem.Position.Column}: {problem.Cause} {problem.Remedy}";
}
