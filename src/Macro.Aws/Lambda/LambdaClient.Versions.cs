using System.Text.Json;

namespace Macro.Aws.Lambda;

public sealed partial class LambdaClient
{
    /// <summary>The alias-like version of functions on managed instances.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html</remarks>
    private const string LatestPublished = "LATEST_PUBLISHED";

    /// <summary>Publishes a version of the current code and configuration. AWS returns the last one if nothing changed since.</summary>
    /// <param name="function">The function's name or ARN.</param>
    /// <param name="revisionId">The revision that must be current, otherwise AWS returns status 412; null for any.</param>
    /// <param name="toLatestPublished">Whether to publish to <c>$LATEST.PUBLISHED</c>, as functions on managed instances need.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The version.</returns>
    public async Task<string> PublishVersionAsync(
        string function, string? revisionId, bool toLatestPublished, CancellationToken cancellationToken)
    {
        var request = RestJson.Create(Operation("PublishVersion", function), HttpMethod.Post, $"{PathOf(function)}/versions", json =>
        {
            if (revisionId is not null) json.WriteString("RevisionId", revisionId);
            if (toLatestPublished) json.WriteString("PublishTo", LatestPublished);
        });
        return (await SendAsync(request, cancellationToken)).Text("Version")!;
    }

    /// <summary>Returns an alias.</summary>
    /// <param name="function">The function's name or ARN.</param>
    /// <param name="alias">The name of the alias.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<FunctionAlias> GetAliasAsync(string function, string alias, CancellationToken cancellationToken) =>
        ReadAlias(await GetAsync(Operation("GetAlias", function), AliasPath(function, alias), cancellationToken));

    /// <summary>Points an alias at a version.</summary>
    /// <param name="function">The function's name or ARN.</param>
    /// <param name="alias">The name of the alias.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task UpdateAliasAsync(string function, string alias, string version, CancellationToken cancellationToken) =>
        client.SendAsync(
            RestJson.Create(Operation("UpdateAlias", function), HttpMethod.Put, AliasPath(function, alias),
                json => json.WriteString("FunctionVersion", version)),
            cancellationToken);

    /// <summary>Returns all aliases of a function.</summary>
    /// <param name="function">The function's name or ARN.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<IReadOnlyList<FunctionAlias>> ListAliasesAsync(string function, CancellationToken cancellationToken)
    {
        var aliases = new List<FunctionAlias>();
        await foreach (var page in PagesAsync(Operation("ListAliases", function), $"{PathOf(function)}/aliases", cancellationToken))
        {
            foreach (var alias in page.Items("Aliases")) aliases.Add(ReadAlias(alias));
        }
        return aliases;
    }

    /// <summary>Returns the ARNs that the event sources of a function call: of the function, of a version or of an alias.</summary>
    /// <param name="function">The function's name or ARN.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<IReadOnlyList<string>> ListEventSourceTargetsAsync(string function, CancellationToken cancellationToken)
    {
        var targets = new List<string>();
        var operation = Operation("ListEventSourceMappings", function);
        await foreach (var page in PagesAsync(operation, "/2015-03-31/event-source-mappings", cancellationToken, function))
        {
            foreach (var mapping in page.Items("EventSourceMappings")) targets.Add(mapping.Text("FunctionArn")!);
        }
        return targets;
    }

    private static string AliasPath(string function, string alias) => $"{PathOf(function)}/aliases/{Uri.EscapeDataString(alias)}";

    private static FunctionAlias ReadAlias(JsonElement json) => new(
        json.Text("Name")!, json.Text("FunctionVersion")!, json.Text("RevisionId"),
        json.Member("RoutingConfig")?.Member("AdditionalVersionWeights") is { } weights && weights.EnumerateObject().Any());
}
