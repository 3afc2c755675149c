using System.Text.Json;
using System.Text.RegularExpressions;

namespace Macro.Cli.Tests.Sam;

/// <summary>
/// Normalizes references to resources that SAM generates: a source has <c>Api.Stage</c> where its expansion has <c>ApiProdStage</c>, and
/// a layer's logical id gets a hash. Each becomes the logical id of the source with which it begins.
/// </summary>
internal sealed partial class GeneratedNames
{
    private readonly List<string> _logicalIds;

    public GeneratedNames(ReadOnlyMemory<byte> source)
    {
        using var template = JsonDocument.Parse(source);
        var resources = template.RootElement.GetProperty("Resources").EnumerateObject();
        _logicalIds = [.. resources.Select(resource => resource.Name).OrderByDescending(name => name.Length)];
    }

    public string Normalize(string fact) => Name().Replace(fact, match =>
        _logicalIds.Contains(match.Value) ? match.Value
            : _logicalIds.Find(name => match.Value.StartsWith(name, StringComparison.Ordinal)) ?? match.Value);

    [GeneratedRegex("""(?<="Ref":"|\$\{)[A-Za-z0-9.]+""")]
    private static partial Regex Name();
}
