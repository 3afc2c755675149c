using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Templates;

namespace Macro.Lambda.LogGroups;

/// <summary>
/// Decides which events the function's role may serve. Whoever may invoke the function chooses every value of an event, so that none is
/// believed: the stack, the resource and each log group are checked here.
/// </summary>
/// <param name="functionArn">The ARN that was invoked; null when the Runtime API does not say.</param>
/// <param name="variable">Returns the value of an environment variable; null for one that is not set.</param>
internal sealed class TrustedRequest(string? functionArn, Func<string, string?> variable)
{
    /// <summary>
    /// A stack's name has at most 128 characters, its ARN fewer than this, which is the limit on the value of a tag.
    /// Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html
    /// </summary>
    private const int MaxStackIdLength = 256;

    private readonly Arn? _function = Arn.Parse(functionArn ?? "");

    /// <summary>Returns why the event is refused; null when it can be trusted.</summary>
    public RefusedRequest? FindProblem(LogGroupsRequest request)
    {
        if (_function is not { IsFunction: true } function) return new("AWS Lambda did not say which function it invoked. Deploy again.");
        var problem = FindStackProblem(request.StackId, function) ?? FindResourceProblem(request, function);
        if (problem is not null) return new(problem);
        var groups = new AllowedLogGroups(variable);
        if (groups.Error is { } error) return new(error);
        return FindGroupProblem(groups, request.LogGroupNames) ?? FindGroupProblem(groups, request.LegacyLogGroupNames);
    }

    private static string? FindStackProblem(string stackId, Arn function) =>
        stackId.Length > MaxStackIdLength || Arn.Parse(stackId) is not { Service: "cloudformation" } stack || !IsStack(stack.Resource)
        ? "The StackId of the event must be the ARN of a stack."
        : stack.AccountId != function.AccountId
            ? $"The stack is not in account {function.AccountId}, where the macro is installed. Install the macro in the stack's account."
        : stack.Region != function.Region || stack.Partition != function.Partition
            ? $"The stack is not in region {function.Region}, where the macro is installed. Install the macro in the stack's region."
        : null;

    private static bool IsStack(string resource) =>
        resource.Split('/') is ["stack", { Length: > 0 } name, { Length: > 0 } id] && Arn.IsName(name) && Arn.IsName(id);

    private static string? FindResourceProblem(LogGroupsRequest request, Arn function) =>
        request.ResourceType != ResourceTypes.DatadogLogGroups
            ? $"The ResourceType of the event must be {ResourceTypes.DatadogLogGroups}."
        : Arn.Parse(request.ServiceToken ?? "")?.Unqualified != function.Unqualified
            ? "The ServiceToken of the resource must be the macro's function. List the macro in the template and deploy again."
        : null;

    private static RefusedRequest? FindGroupProblem(AllowedLogGroups groups, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (groups.FindProblem(name) is { } problem) return problem;
        }
        return null;
    }
}
