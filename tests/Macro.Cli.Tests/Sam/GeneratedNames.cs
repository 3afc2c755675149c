using System.Text.Json;
using System.Text.RegularExpressions;

namespace Macro.Cli.Tests.Sam;

/// <summary>
/// Brings references to resources that SAM makes to one spelling: a source says <c>Api.Stage</c> where its expansion says
/// <c>ApiProdStage</c>, and a layer's logical id gets a hash. Both become the logical id of the source that they begin with.
/// </summary>
internal sealed partial class GeneratedNames
{
    private readonly List<string> _logicalIds;

    public GeneratedNames(ReadOnlyMemory<byte> source)
    {
        using var template = JsonDocument.Parse(source);
        _logicalIds = [.. template.RootElement
            .GetProperty("Resources").EnumerateObject().Select(resource => resource.Name).OrderByDescending(name => name.Length)];
    }

    public string Normalize(string fact) => Name().Replace(fact, match =>
        _logicalIds.Contains(match.Value)
            ? match.Value
            : _logicalIds.Find(name => match.Value.StartsWith(name, StringComparison.Ordinal)) ?? match.Value);

    [GeneratedRegex("""(?<="Ref":"|\$\{)[A-Za-z0-9.]+""")]
    private static partial Regex Name();
}
