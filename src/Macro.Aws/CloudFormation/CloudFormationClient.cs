using System.Globalization;
using System.Xml.Linq;

namespace Macro.Aws.CloudFormation;

/// <summary>The operations of AWS CloudFormation that an installation needs.</summary>
/// <remarks>
/// Each throws an <see cref="AwsException"/> when AWS refuses the call or the retries are used up.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html
/// </remarks>
/// <param name="client">Sends the requests; its endpoint is one of <see cref="Service"/>.</param>
public sealed class CloudFormationClient(AwsClient client)
{
    private const string Version = "2010-05-15";

    /// <summary>AWS CloudFormation.</summary>
    public static AwsService Service { get; } = new("CloudFormation", "cloudformation", "AWS_ENDPOINT_URL_CLOUDFORMATION");

    /// <summary>Returns a stack; null when there is none of that name.</summary>
    /// <param name="name">The name of the stack.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<StackDescription?> FindStackAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var response = await SendAsync("DescribeStacks", $"stack {name}", cancellationToken, ("StackName", name));
            return StackXml.Stacks(response).FirstOrDefault();
        }
        catch (AwsException exception) when (exception.Code == "ValidationError" && exception.Reason.Contains("does not exist"))
        {
            return null;
        }
    }

    /// <summary>Returns all stacks of the region.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<StackDescription>> ListStacksAsync(CancellationToken cancellationToken)
    {
        var stacks = new List<StackDescription>();
        string? next = null;
        do
        {
            (string, string)[] page = next is null ? [] : [("NextToken", next)];
            var response = await SendAsync("DescribeStacks", "all stacks", cancellationToken, page);
            stacks.AddRange(StackXml.Stacks(response));
            next = StackXml.Text(response, "NextToken");
        }
        while (next is not null);
        return stacks;
    }

    /// <summary>Returns the names of the transforms in a stack's template.</summary>
    /// <param name="stackName">The name of the stack.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<string>> GetTransformsAsync(string stackName, CancellationToken cancellationToken)
    {
        var response = await SendAsync("GetTemplateSummary", $"stack {stackName}", cancellationToken, ("StackName", stackName));
        return StackXml.Texts(response, "DeclaredTransforms");
    }

    /// <summary>Starts to create a change set.</summary>
    /// <param name="changeSet">What to create.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task CreateChangeSetAsync(NewChangeSet changeSet, CancellationToken cancellationToken)
    {
        List<(string, string)> parameters =
        [
            ("StackName", changeSet.StackName), ("ChangeSetName", changeSet.Name),
            ("ChangeSetType", changeSet.CreatesStack ? "CREATE" : "UPDATE"), ("TemplateBody", changeSet.TemplateBody),
        ];
        foreach (var (index, parameter) in changeSet.Parameters.Index())
        {
            var member = string.Create(CultureInfo.InvariantCulture, $"Parameters.member.{index + 1}.");
            parameters.Add((member + "ParameterKey", parameter.Name));
            parameters.Add(parameter.Value is null ? (member + "UsePreviousValue", "true") : (member + "ParameterValue", parameter.Value));
        }
        foreach (var (index, capability) in changeSet.Capabilities.Index())
            parameters.Add((string.Create(CultureInfo.InvariantCulture, $"Capabilities.member.{index + 1}"), capability));
        return SendAsync("CreateChangeSet", $"stack {changeSet.StackName}", cancellationToken, [.. parameters]);
    }

    /// <summary>Returns a change set.</summary>
    /// <param name="stackName">The name of the stack.</param>
    /// <param name="name">The name of the change set.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ChangeSet> DescribeChangeSetAsync(string stackName, string name, CancellationToken cancellationToken) =>
        StackXml.ChangeSet(await SendOnChangeSetAsync("DescribeChangeSet", stackName, name, cancellationToken));

    /// <summary>Starts to apply a change set.</summary>
    /// <param name="stackName">The name of the stack.</param>
    /// <param name="name">The name of the change set.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task ExecuteChangeSetAsync(string stackName, string name, CancellationToken cancellationToken) =>
        SendOnChangeSetAsync("ExecuteChangeSet", stackName, name, cancellationToken);

    /// <summary>Deletes a change set that was not applied.</summary>
    /// <param name="stackName">The name of the stack.</param>
    /// <param name="name">The name of the change set.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task DeleteChangeSetAsync(string stackName, string name, CancellationToken cancellationToken) =>
        SendOnChangeSetAsync("DeleteChangeSet", stackName, name, cancellationToken);

    /// <summary>Starts to delete a stack.</summary>
    /// <param name="name">The name of the stack.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task DeleteStackAsync(string name, CancellationToken cancellationToken) =>
        SendAsync("DeleteStack", $"stack {name}", cancellationToken, ("StackName", name));

    /// <summary>Returns why resources of a stack failed, the newest first, as <c>LOGICAL_ID: REASON</c>.</summary>
    /// <param name="stackName">The name of the stack.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<string>> GetFailuresAsync(string stackName, CancellationToken cancellationToken) =>
        StackXml.Failures(await SendAsync("DescribeStackEvents", $"stack {stackName}", cancellationToken, ("StackName", stackName)));

    private Task<XElement> SendOnChangeSetAsync(string name, string stack, string changeSet, CancellationToken cancellationToken) =>
        SendAsync(name, $"stack {stack}", cancellationToken, ("StackName", stack), ("ChangeSetName", changeSet));

    private async Task<XElement> SendAsync(
        string name, string resource, CancellationToken cancellationToken, params (string Name, string Value)[] parameters)
    {
        var operation = new AwsOperation($"{Service.Id}:{name}", resource);
        var request = QueryProtocol.Create(operation, name, Version, parameters);
        return StackXml.Parse(operation, await client.SendAsync(request, cancellationToken));
    }
}
