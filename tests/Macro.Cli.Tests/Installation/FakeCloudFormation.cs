using System.Globalization;
using System.Security;

namespace Macro.Cli.Tests.Installation;

/// <summary>Responds to the calls of CloudFormation as the service does.</summary>
internal static class FakeCloudFormation
{
    public static (int Status, string Body) Respond(string action, Func<string, string?> form, Dictionary<string, FakeStack> stacks)
    {
        var name = form("StackName");
        if (action == "CreateChangeSet") return Create(form, stacks);
        if (name is null) return (200, Result(action, $"<Stacks>{string.Concat(stacks.Select(Describe))}</Stacks>"));
        if (!stacks.TryGetValue(name, out var stack)) return (400, Error($"Stack with id {name} does not exist"));
        return action switch
        {
            "DescribeStacks" => (200, Result(action, $"<Stacks>{Describe(new(name, Advance(stack)))}</Stacks>")),
            "DescribeChangeSet" => (200, Result(action, ChangeSet(stack.ChangeSets[form("ChangeSetName")!].IsEmpty))),
            "ExecuteChangeSet" => Execute(stack, form("ChangeSetName")!),
            "DeleteChangeSet" => (200, Result(action, stack.ChangeSets.Remove(form("ChangeSetName")!).ToString())),
            "GetTemplateSummary" => (200, Result(action, $"<DeclaredTransforms>{Members(stack.Transforms)}</DeclaredTransforms>")),
            "DescribeStackEvents" => (200, Result(action, $"<StackEvents>{Failure(stack)}</StackEvents>")),
            "DeleteStack" => (200, Result(action, stacks.Remove(name).ToString())),
            _ => (400, Error($"Unknown action {action}")),
        };
    }

    private static (int Status, string Body) Create(Func<string, string?> form, Dictionary<string, FakeStack> stacks)
    {
        var stack = stacks.GetValueOrDefault(form("StackName")!);
        var isNew = stack is null or { Status: "REVIEW_IN_PROGRESS" };
        form("ChangeSetType").ShouldBe(isNew ? "CREATE" : "UPDATE");
        if (form("Capabilities.member.1") != "CAPABILITY_IAM")
            return (400, Error("Requires capabilities : [CAPABILITY_IAM]", "InsufficientCapabilitiesException"));
        stack = stacks[form("StackName")!] = stack ?? new FakeStack();
        var parameters = new Dictionary<string, string>();
        for (var index = 1; form(Key(index, "ParameterKey")) is { } key; index++)
            parameters[key] = form(Key(index, "UsePreviousValue")) == "true" ? stack.Parameters[key] : form(Key(index, "ParameterValue"))!;
        var isEmpty = !isNew && parameters.OrderBy(pair => pair.Key).SequenceEqual(stack.Parameters.OrderBy(pair => pair.Key));
        stack.ChangeSets[form("ChangeSetName")!] = (parameters, isEmpty);
        return (200, Result("CreateChangeSet", "<Id>arn</Id>"));
    }

    private static (int Status, string Body) Execute(FakeStack stack, string changeSet)
    {
        var verb = stack.Status == "REVIEW_IN_PROGRESS" ? "CREATE" : "UPDATE";
        stack.Status = $"{verb}_IN_PROGRESS";
        stack.Next = !stack.Fails ? $"{verb}_COMPLETE" : verb == "CREATE" ? "ROLLBACK_COMPLETE" : "UPDATE_ROLLBACK_COMPLETE";
        if (!stack.Fails) stack.Parameters = stack.ChangeSets[changeSet].Parameters;
        stack.ChangeSets.Clear();
        return (200, Result("ExecuteChangeSet", ""));
    }

    private static FakeStack Advance(FakeStack stack)
    {
        if (stack.Next is { } next) (stack.Status, stack.Next) = (next, null);
        return stack;
    }

    private static string Describe(KeyValuePair<string, FakeStack> stack) =>
        $"<member><StackName>{stack.Key}</StackName><Parameters>{string.Concat(stack.Value.Parameters.Select(Parameter))}</Parameters>"
        + $"<Outputs><member><OutputKey>MacroName</OutputKey><OutputValue>DatadogServerless</OutputValue></member></Outputs>"
        + $"<StackStatus>{stack.Value.Status}</StackStatus></member>";

    private static string Parameter(KeyValuePair<string, string> parameter) =>
        $"<member><ParameterKey>{parameter.Key}</ParameterKey>"
        + $"<ParameterValue>{SecurityElement.Escape(parameter.Value)}</ParameterValue></member>";

    private static string ChangeSet(bool isEmpty) => isEmpty
        ? "<Status>FAILED</Status><StatusReason>The submitted information didn't contain changes.</StatusReason><Changes/>"
        : "<Status>CREATE_COMPLETE</Status><Changes><member><Type>Resource</Type><ResourceChange><Action>Modify</Action>"
            + "<LogicalResourceId>Function</LogicalResourceId><ResourceType>AWS::Lambda::Function</ResourceType>"
            + "<Replacement>False</Replacement></ResourceChange></member></Changes>";

    private static string Failure(FakeStack stack) =>
        "<member><LogicalResourceId>Function</LogicalResourceId><ResourceStatus>CREATE_FAILED</ResourceStatus>"
        + $"<ResourceStatusReason>{stack.Reason}</ResourceStatusReason></member>";

    private static string Members(IEnumerable<string> values) => string.Concat(values.Select(value => $"<member>{value}</member>"));

    private static string Key(int index, string part) => string.Create(CultureInfo.InvariantCulture, $"Parameters.member.{index}.{part}");

    private static string Result(string action, string content) =>
        $"<{action}Response xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><{action}Result>{content}</{action}Result>"
        + $"</{action}Response>";

    private static string Error(string message, string code = "ValidationError") =>
        $"<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>";
}
