using System.Text.Json;
using Macro.Aws.CloudWatchLogs;
using Macro.Aws.Iam;
using Macro.Aws.Lambda;
using Macro.Aws.StepFunctions;
using Macro.Aws.Sts;
using Macro.Aws.Tests.Fakes;

namespace Macro.Aws.Tests.Models;

/// <summary>Each request is the one that AWS's service models ask for.</summary>
public class RequestModelTests
{
    private const string Function = "arn:aws:lambda:eu-west-3:123456789012:function:shop";
    private const string Machine = "arn:aws:states:eu-west-3:123456789012:stateMachine:orders";
    private const string Config = $$"""{"FunctionName":"shop","FunctionArn":"{{Function}}"}""";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Dictionary<string, string> Tags = new() { ["a b"] = "x/ü", ["c"] = "" };

    private static readonly StateMachineLogging Logging =
        new() { Level = "ALL", IncludeExecutionData = true, LogGroupArns = ["arn:aws:logs:eu-west-3:123456789012:log-group:x:*"] };

    /// <summary>Service, operation, its parameters, a response, and our call.</summary>
    private static readonly (string Service, string Operation, string Parameters, string Response, Func<AwsClient, Task> Call)[] Calls =
    [
        ("lambda", "ListFunctions", "{}", """{"Functions":[]}""", client => Count(new LambdaClient(client).ListFunctionsAsync(None))),
        ("lambda", "GetFunction", """{"FunctionName":"sh op:$LATEST"}""", $$"""{"Configuration":{{Config}}}""",
            client => new LambdaClient(client).GetFunctionAsync("sh op:$LATEST", None)),
        ("lambda", "GetFunctionConfiguration", """{"FunctionName":"shop"}""", Config,
            client => new LambdaClient(client).GetFunctionConfigurationAsync("shop", None)),
        ("lambda", "GetFunctionConfiguration", """{"FunctionName":"shop","Qualifier":"7"}""", Config,
            client => new LambdaClient(client).GetFunctionConfigurationAsync("shop", None, "7")),
        ("lambda", "UpdateFunctionConfiguration",
            """
            {"FunctionName":"shop","Handler":"a.b","Layers":["arn:aws:lambda:eu-west-3:1:layer:x:1"],
            "Environment":{"Variables":{"A":"ü\"","B":""}},"TracingConfig":{"Mode":"Active"},
            "ImageConfig":{"Command":["a"]},"RevisionId":"r"}
            """,
            Config,
            client => new LambdaClient(client).UpdateFunctionConfigurationAsync("shop", new FunctionUpdate
            {
                Handler = "a.b",
                Layers = ["arn:aws:lambda:eu-west-3:1:layer:x:1"],
                Variables = new Dictionary<string, string> { ["A"] = "ü\"", ["B"] = "" },
                TracingMode = "Active",
                Command = ["a"],
            }, "r", None)),
        ("lambda", "TagResource", $$$"""{"Resource":"{{{Function}}}","Tags":{"a b":"x/ü","c":""}}""", "",
            client => new LambdaClient(client).TagResourceAsync(Function, Tags, None)),
        ("lambda", "UntagResource", $$"""{"Resource":"{{Function}}","TagKeys":["a b","x:y"]}""", "",
            client => new LambdaClient(client).UntagResourceAsync(Function, ["a b", "x:y"], None)),
        ("lambda", "PublishVersion", """{"FunctionName":"shop","RevisionId":"r","PublishTo":"LATEST_PUBLISHED"}""", """{"Version":"7"}""",
            client => new LambdaClient(client).PublishVersionAsync("shop", "r", toLatestPublished: true, None)),
        ("lambda", "GetAlias", """{"FunctionName":"shop","Name":"live"}""", """{"Name":"live","FunctionVersion":"7"}""",
            client => new LambdaClient(client).GetAliasAsync("shop", "live", None)),
        ("lambda", "UpdateAlias", """{"FunctionName":"shop","Name":"live","FunctionVersion":"7"}""", "{}",
            client => new LambdaClient(client).UpdateAliasAsync("shop", "live", "7", None)),
        ("lambda", "ListAliases", """{"FunctionName":"shop"}""", "{}", client => new LambdaClient(client).ListAliasesAsync("shop", None)),
        ("lambda", "ListEventSourceMappings", """{"FunctionName":"shop"}""", "{}",
            client => new LambdaClient(client).ListEventSourceTargetsAsync("shop", None)),
        ("lambda", "GetLayerVersion", """{"LayerName":"arn:aws:lambda:eu-west-3:1:layer:x","VersionNumber":7}""", "{}",
            client => new LambdaClient(client).FindLayerVersionErrorAsync("arn:aws:lambda:eu-west-3:1:layer:x", 7, None)),
        ("stepfunctions", "ListStateMachines", "{}", """{"stateMachines":[]}""",
            client => Count(new StepFunctionsClient(client).ListStateMachinesAsync(None))),
        ("stepfunctions", "DescribeStateMachine", $$"""{"stateMachineArn":"{{Machine}}"}""",
            $$"""{"name":"orders","stateMachineArn":"{{Machine}}"}""",
            client => new StepFunctionsClient(client).DescribeStateMachineAsync(Machine, None)),
        ("stepfunctions", "UpdateStateMachine",
            $$$"""
            {"stateMachineArn":"{{{Machine}}}","definition":"{}","loggingConfiguration":{"level":"ALL","includeExecutionData":true,
            "destinations":[{"cloudWatchLogsLogGroup":{"logGroupArn":"arn:aws:logs:eu-west-3:123456789012:log-group:x:*"}}]}}
            """,
            "{}", client => new StepFunctionsClient(client).UpdateStateMachineAsync(Machine, "{}", Logging, None)),
        ("stepfunctions", "ListTagsForResource", $$"""{"resourceArn":"{{Machine}}"}""", "{}",
            client => new StepFunctionsClient(client).ListTagsForResourceAsync(Machine, None)),
        ("stepfunctions", "TagResource", $$"""{"resourceArn":"{{Machine}}","tags":[{"key":"a b","value":"x/ü"},{"key":"c","value":""}]}""",
            "{}", client => new StepFunctionsClient(client).TagResourceAsync(Machine, Tags, None)),
        ("stepfunctions", "UntagResource", $$"""{"resourceArn":"{{Machine}}","tagKeys":["c"]}""", "{}",
            client => new StepFunctionsClient(client).UntagResourceAsync(Machine, ["c"], None)),
        ("iam", "PutRolePolicy", """{"RoleName":"r","PolicyName":"p","PolicyDocument":"{\"a\":\"b c\"}"}""", "",
            client => new IamClient(client).PutRolePolicyAsync("r", "p", """{"a":"b c"}""", None)),
        ("iam", "GetRolePolicy", """{"RoleName":"r","PolicyName":"p"}""", "<a><PolicyDocument>%7B%7D</PolicyDocument></a>",
            client => new IamClient(client).FindRolePolicyAsync("r", "p", None)),
        ("iam", "DeleteRolePolicy", """{"RoleName":"r","PolicyName":"p"}""", "",
            client => new IamClient(client).DeleteRolePolicyAsync("r", "p", None)),
        ("sts", "GetCallerIdentity", "{}", "<a><Account>1</Account><Arn>b</Arn></a>",
            client => new StsClient(client).GetCallerIdentityAsync(None)),
        ("sts", "AssumeRole", """{"RoleArn":"arn:aws:iam::123456789012:role/x","RoleSessionName":"macro","ExternalId":"e x"}""",
            "<a><AccessKeyId>k</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
            + "<Expiration>2030-01-01T00:00:00Z</Expiration></a>",
            client => new StsClient(client).AssumeRoleAsync("arn:aws:iam::123456789012:role/x", "macro", "e x", None)),
        ("logs", "CreateLogGroup", """{"logGroupName":"/x"}""", "", client => new CloudWatchLogsClient(client).CreateLogGroupAsync("/x",
            new Dictionary<string, string>(), None)),
        ("logs", "PutRetentionPolicy", """{"logGroupName":"/x","retentionInDays":7}""", "",
            client => new CloudWatchLogsClient(client).PutRetentionPolicyAsync("/x", 7, None)),
        ("logs", "DescribeSubscriptionFilters", """{"logGroupName":"/x"}""", """{"subscriptionFilters":[]}""",
            client => new CloudWatchLogsClient(client).FindSubscriptionFiltersAsync("/x", None)),
        ("logs", "PutSubscriptionFilter", """{"logGroupName":"/x","filterName":"f","filterPattern":"","destinationArn":"d"}""", "",
            client => new CloudWatchLogsClient(client).PutSubscriptionFilterAsync("/x", new("f", "d"), None)),
        ("logs", "DeleteSubscriptionFilter", """{"logGroupName":"/x","filterName":"f"}""", "",
            client => new CloudWatchLogsClient(client).DeleteSubscriptionFilterAsync("/x", "f", None)),
    ];

    [Fact]
    public async Task Requests_OfEveryOperation_AreThoseOfTheServiceModel()
    {
        ServiceModels.Require();
        var asked = Calls.Select(call =>
            $$"""{"service":"{{call.Service}}","operation":"{{call.Operation}}","params":{{call.Parameters}}}""");
        var expected = ServiceModels.Ask($$"""{"requests":[{{string.Join(',', asked)}}]}""").GetProperty("requests");

        for (var i = 0; i < Calls.Length; i++)
        {
            var http = new ScriptedHttp(ScriptedHttp.Respond(200, Calls[i].Response));
            await Calls[i].Call(TestClient.Create(LambdaClient.Service, http));
            var (request, body) = http.Requests.ShouldHaveSingleItem();

            request.Method.Method.ShouldBe(expected[i].GetProperty("method").GetString(), Calls[i].Operation);
            request.RequestUri!.PathAndQuery.ShouldBe(Normal(expected[i].GetProperty("path").GetString()!), Calls[i].Operation);
            Target(request).ShouldBe(expected[i].GetProperty("target").GetString(), Calls[i].Operation);
            Parsed(body).ShouldBe(Parsed(expected[i].GetProperty("body").GetString() ?? ""), Calls[i].Operation);
        }
    }

    /// <summary>A blank in a query is <c>+</c> there and <c>%20</c> here; AWS reads both.</summary>
    private static string Normal(string path) => path.Contains('?') ? path.Replace("+", "%20", StringComparison.Ordinal) : path;

    private static string? Target(HttpRequestMessage request) =>
        request.Headers.TryGetValues("X-Amz-Target", out var values) ? values.Single() : null;

    /// <summary>A body in one spelling: JSON with sorted members, or form parameters in order.</summary>
    private static string Parsed(string body)
    {
        if (!body.StartsWith('{')) return string.Join('\n', body.Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal));
        using var document = JsonDocument.Parse(body);
        return document.RootElement.EnumerateObject().Any() ? Sorted(document.RootElement) : "";
    }

    private static string Sorted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => string.Join(',', value.EnumerateObject().Select(member => $"{member.Name}:{Sorted(member.Value)}").Order()),
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Sorted))}]",
        _ => value.ToString(),
    };

    private static async Task Count<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items) { }
    }
}
