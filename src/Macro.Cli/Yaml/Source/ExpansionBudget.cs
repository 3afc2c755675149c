using System.Text.Json;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Source;

/// <summary>Limits the expansion of aliases, so that a small file cannot exhaust time or memory.</summary>
internal sealed class ExpansionBudget(string fileName, Utf8JsonWriter output)
{
    private const int MaxNodes = 1_000_000;
    // CloudFormation accepts templates up to 1 MB, so a template far beyond that could not be deployed.
    private const int MaxBytes = 64 * 1024 * 1024;
    private int _nodes;

    /// <summary>Counts one more value.</summary>
    /// <exception cref="TemplateFileException">There are too many values, too much text or too many levels.</exception>
    public void Charge(SourceNode node)
    {
        if (++_nodes > MaxNodes || output.BytesCommitted + output.BytesPending > MaxBytes)
            throw Failure(node, "The aliases of this template expand to more than a template can hold.");
        // A short form adds up to two levels, the function's object and the list of !GetAtt.
        if (output.CurrentDepth + 2 > FileLimits.MaxDepth)
            throw Failure(node, $"The template nests more than {FileLimits.MaxDepth} levels here.");
    }

    private TemplateFileException Failure(SourceNode node, string cause) =>
        new(fileName, [new(node.Position, cause, "Flatten it, or write fewer values through aliases.")]);
}
