using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Macro.Aws.StepFunctions;

/// <summary>The operations of AWS Step Functions that change how a state machine is instrumented.</summary>
/// <remarks>
/// Each throws an <see cref="AwsException"/> when AWS refuses the call or the retries are used up.
/// Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_Operations.html
/// </remarks>
/// <param name="client">Sends the requests; its endpoint is one of <see cref="Service"/>.</param>
public sealed class StepFunctionsClient(AwsClient client)
{
    /// <summary>AWS Step Functions.</summary>
    public static AwsService Service { get; } = new("Step Functions", "states", "AWS_ENDPOINT_URL_SFN");

    /// <summary>Lists the names and ARNs of all state machines of the region, page by page.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async IAsyncEnumerable<(string Name, string Arn)> ListStateMachinesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await CallAsync("ListStateMachines", "all state machines", json =>
            {
                if (token is not null) json.WriteString("nextToken", token);
            }, cancellationToken);
            foreach (var machine in page.Items("stateMachines")) yield return (machine.Text("name")!, machine.Text("stateMachineArn")!);
            token = page.Text("nextToken");
        }
        while (!string.IsNullOrEmpty(token));
    }

    /// <summary>Returns a state machine.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<DeployedStateMachine> DescribeStateMachineAsync(string arn, CancellationToken cancellationToken) =>
        DeployedStateMachine.Read(
            await CallAsync("DescribeStateMachine", Machine(arn), json => json.WriteString("stateMachineArn", arn), cancellationToken));

    /// <summary>Replaces the definition and the logging of a state machine, each only when given.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="definition">The definition; null for unchanged.</param>
    /// <param name="logging">The logging; null for unchanged.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task UpdateStateMachineAsync(
        string arn, string? definition, StateMachineLogging? logging, CancellationToken cancellationToken) =>
        CallAsync("UpdateStateMachine", Machine(arn), json =>
        {
            json.WriteString("stateMachineArn", arn);
            if (definition is not null) json.WriteString("definition", definition);
            logging?.WriteTo(json);
        }, cancellationToken);

    /// <summary>Returns the tags of a state machine.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyDictionary<string, string>> ListTagsForResourceAsync(string arn, CancellationToken cancellationToken)
    {
        var response = await CallAsync(
            "ListTagsForResource", Machine(arn), json => json.WriteString("resourceArn", arn), cancellationToken);
        var tags = new Dictionary<string, string>();
        foreach (var tag in response.Items("tags")) tags[tag.Text("key")!] = tag.Text("value") ?? "";
        return tags;
    }

    /// <summary>Adds tags to a state machine, or replaces their values.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task TagResourceAsync(string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        CallAsync("TagResource", Machine(arn), json =>
        {
            json.WriteString("resourceArn", arn);
            json.WriteStartArray("tags");
            foreach (var (key, value) in tags)
            {
                json.WriteStartObject();
                json.WriteString("key", key);
                json.WriteString("value", value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }, cancellationToken);

    /// <summary>Removes tags from a state machine.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="keys">The keys of the tags.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task UntagResourceAsync(string arn, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        CallAsync("UntagResource", Machine(arn), json =>
        {
            json.WriteString("resourceArn", arn);
            json.WriteTexts("tagKeys", keys);
        }, cancellationToken);

    private static string Machine(string arn) => $"state machine {arn}";

    private async Task<JsonElement> CallAsync(
        string name, string resource, Action<Utf8JsonWriter> writeMembers, CancellationToken cancellationToken)
    {
        var operation = new AwsOperation($"{Service.Id}:{name}", resource);
        var request = AwsRequest.Json(operation, $"AWSStepFunctions.{name}", "1.0", writeMembers);
        return JsonReading.Parse(operation, await client.SendAsync(request, cancellationToken));
    }
}
