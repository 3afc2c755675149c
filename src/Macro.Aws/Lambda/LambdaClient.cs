using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Macro.Aws.Lambda;

/// <summary>The operations of AWS Lambda that change how a function is instrumented.</summary>
/// <remarks>
/// Each throws an <see cref="AwsException"/> when AWS refuses the call or the retries are used up.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html
/// </remarks>
/// <param name="client">Sends the requests; its endpoint is one of <see cref="Service"/>.</param>
public sealed partial class LambdaClient(AwsClient client)
{
    private const string Functions = "/2015-03-31/functions";

    /// <summary>AWS Lambda.</summary>
    public static AwsService Service { get; } = new("Lambda", "lambda", "AWS_ENDPOINT_URL_LAMBDA");

    /// <summary>Lists all functions of the region, page by page, without state, update status and tags.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async IAsyncEnumerable<FunctionConfiguration> ListFunctionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var operation = new AwsOperation($"{Service.Id}:ListFunctions", "all functions");
        await foreach (var page in PagesAsync(operation, Functions, cancellationToken))
        {
            foreach (var function in page.Items("Functions")) yield return FunctionConfiguration.Read(function);
        }
    }

    /// <summary>Returns a function with its tags.</summary>
    /// <param name="function">Its name or ARN.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<DeployedFunction> GetFunctionAsync(string function, CancellationToken cancellationToken)
    {
        var json = await GetAsync(Operation("GetFunction", function), PathOf(function), cancellationToken);
        return new(FunctionConfiguration.Read(json.Member("Configuration")!.Value), json.Map("Tags"))
        {
            TagsError = json.Member("TagsError")?.Text("ErrorCode"),
        };
    }

    /// <summary>Returns the configuration of a function.</summary>
    /// <param name="function">Its name or ARN.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="version">The version; null for the current configuration.</param>
    public async Task<FunctionConfiguration> GetFunctionConfigurationAsync(
        string function, CancellationToken cancellationToken, string? version = null)
    {
        var path = RestJson.Query($"{PathOf(function)}/configuration", ("Qualifier", version));
        return FunctionConfiguration.Read(await GetAsync(Operation("GetFunctionConfiguration", function), path, cancellationToken));
    }

    /// <summary>Updates the configuration of a function.</summary>
    /// <param name="function">Its name or ARN.</param>
    /// <param name="update">What changes.</param>
    /// <param name="revisionId">The revision that must be current, otherwise AWS returns status 412; null for any.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The configuration after the update, which may still be in progress.</returns>
    public async Task<FunctionConfiguration> UpdateFunctionConfigurationAsync(
        string function, FunctionUpdate update, string? revisionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(update);
        var operation = Operation("UpdateFunctionConfiguration", function);
        var request = RestJson.Create(operation, HttpMethod.Put, $"{PathOf(function)}/configuration", json =>
        {
            update.WriteTo(json);
            if (revisionId is not null) json.WriteString("RevisionId", revisionId);
        });
        return FunctionConfiguration.Read(await SendAsync(request, cancellationToken));
    }

    /// <summary>Adds tags to a function, or replaces their values.</summary>
    /// <param name="arn">The function's ARN.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task TagResourceAsync(string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        client.SendAsync(
            RestJson.Create(Operation("TagResource", arn), HttpMethod.Post, TagPathOf(arn), json => json.WriteMap("Tags", tags)),
            cancellationToken);

    /// <summary>Removes tags from a function.</summary>
    /// <param name="arn">The function's ARN.</param>
    /// <param name="keys">The keys of the tags.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task UntagResourceAsync(string arn, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var path = RestJson.Query(TagPathOf(arn), keys.Select(key => ("tagKeys", (string?)key)));
        return client.SendAsync(new AwsRequest(Operation("UntagResource", arn), HttpMethod.Delete, path), cancellationToken);
    }

    private static string TagPathOf(string arn) => $"/2017-03-31/tags/{Uri.EscapeDataString(arn)}";

    private static string PathOf(string function) => $"{Functions}/{Uri.EscapeDataString(function)}";

    private static AwsOperation Operation(string name, string function) => new($"{Service.Id}:{name}", $"function {function}");

    private Task<JsonElement> GetAsync(AwsOperation operation, string path, CancellationToken cancellationToken) =>
        SendAsync(new AwsRequest(operation, HttpMethod.Get, path), cancellationToken);

    private async Task<JsonElement> SendAsync(AwsRequest request, CancellationToken cancellationToken) =>
        JsonReading.Parse(request.Operation, await client.SendAsync(request, cancellationToken));

    /// <summary>All pages of a list.</summary>
    private async IAsyncEnumerable<JsonElement> PagesAsync(
        AwsOperation operation, string path, [EnumeratorCancellation] CancellationToken cancellationToken,
        string? functionName = null)
    {
        string? marker = null;
        do
        {
            var page = await GetAsync(
                operation, RestJson.Query(path, ("FunctionName", functionName), ("Marker", marker)), cancellationToken);
            yield return page;
            marker = page.Text("NextMarker");
        }
        while (!string.IsNullOrEmpty(marker));
    }
}
