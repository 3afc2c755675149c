using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.CloudFormation.Evaluation;
using Macro.Json;
using JsonPath = Macro.Json.JsonPath;

namespace Macro.Cli.LanguageExtensions;

/// <summary>
/// A template file as <c>AWS::LanguageExtensions</c> expands it before the macro runs. Positions are those of the file: what a loop creates
/// is at the loop.
/// </summary>
internal sealed class ExpandedTemplateFile : TemplateFile
{
    private readonly TemplateFile _source;
    private readonly IReadOnlyDictionary<string, string> _loops;

    private ExpandedTemplateFile(TemplateFile source, ReadOnlyMemory<byte> json, IReadOnlyDictionary<string, string> loops)
        : base(source.FileName) => (_source, Json, _loops) = (source, json, loops);

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Json { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ReplacedKey> ReplacedKeys => _source.ReplacedKeys;

    /// <summary>
    /// Expands a file that lists <c>AWS::LanguageExtensions</c> before the macro. Returns any other file, and one that cannot be expanded,
    /// as it is.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The deployment to simulate.</param>
    public static TemplateFile For(TemplateFile file, PreviewOptions options)
    {
        using var index = JsonIndex.Read(file.Json, FileLimits.MaxDepth);
        if (Node.Create(index.Root) is not ObjectNode template) return file;
        try
        {
            if (!MacroDeclaration.IsAfterLanguageExtensions(template, options.MacroName)) return file;
            var evaluator = new Evaluator(template, options.ValuesFor(template) with { RevealsNoEcho = false });
            var expansion = new Expansion(evaluator);
            return expansion.TryExpand(template) ? new ExpandedTemplateFile(file, Bytes(template), expansion.LoopsOfResources) : file;
        }
        catch (DuplicateKeyException)
        {
            return file; // The preview reads the same file, and reports the duplicate key.
        }
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> json) =>
        throw new InvalidOperationException("An expanded template is only shown, never written.");

    /// <inheritdoc/>
    public override string? WriteResource(string logicalId, ReadOnlyMemory<byte> body) =>
        _loops.ContainsKey(logicalId) ? null : _source.WriteResource(logicalId, body);

    /// <inheritdoc/>
    public override TextPosition Locate(JsonPath path) =>
        path.Segments is [{ Name: "Resources" }, { Name: { } logicalId }, ..] && _loops.TryGetValue(logicalId, out var loop)
            ? _source.Locate(JsonPath.Create("Resources", loop))
            : _source.Locate(path);

    private static byte[] Bytes(ObjectNode template)
    {
        using var output = new Utf8Buffer();
        template.WriteTo(output);
        return output.Written.ToArray();
    }
}
