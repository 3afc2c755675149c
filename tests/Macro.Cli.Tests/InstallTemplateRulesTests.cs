using System.Text.Json;
using System.Text.RegularExpressions;
using Macro.Cli.Tests.Support;
using Macro.Cli.Yaml;

namespace Macro.Cli.Tests;

/// <summary>The rules that a reviewer of macro-template.yml would hold against it, as in AWS CloudFormation Guard.</summary>
public class InstallTemplateRulesTests
{
    private static readonly JsonElement Template = Read();

    private static readonly string[] RightsOnLogGroups =
    [
        "logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:ListTagsForResource", "logs:DescribeSubscriptionFilters",
        "logs:DeleteSubscriptionFilter", "logs:TagResource",
    ];

    [Fact]
    public void Statements_Actions_NameEachRight()
    {
        foreach (var statement in Statements())
        {
            foreach (var action in Strings(statement.GetProperty("Action"))) action.ShouldMatch("^[a-z0-9]+:[A-Za-z]+$");
            statement.TryGetProperty("NotAction", out _).ShouldBeFalse();
            statement.TryGetProperty("NotResource", out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void Statements_Resources_AreOfThisAccountOrThisStack()
    {
        foreach (var statement in Statements())
        {
            var resource = statement.GetProperty("Resource").GetRawText();
            resource.ShouldNotBe("\"*\"");
            (resource.Contains("Fn::GetAtt", StringComparison.Ordinal) || resource.Contains("${AWS::AccountId}", StringComparison.Ordinal))
                .ShouldBeTrue(resource);
        }
    }

    /// <summary>SECURITY.md and the calls of the code have the same list.</summary>
    [Fact]
    public void Statements_OnLogGroups_AreThoseThatTheCodeCalls()
    {
        Statements()
            .Where(statement => statement.GetProperty("Resource").GetRawText().Contains("LogGroupPrefixes", StringComparison.Ordinal))
            .SelectMany(statement => Strings(statement.GetProperty("Action"))).ShouldBe(RightsOnLogGroups, ignoreOrder: true);

        var client = File.ReadAllText(Repository.PathOf("src/Macro.Aws/CloudWatchLogs/CloudWatchLogsClient.cs"));
        foreach (var right in RightsOnLogGroups.Except(["logs:TagResource"])) client.ShouldContain($"\"{right["logs:".Length..]}\"");
    }

    [Fact]
    public void Statements_TagResource_AllowsTheMacrosTagsOnly() =>
        Statements().Single(statement => Strings(statement.GetProperty("Action")).SequenceEqual(["logs:TagResource"]))
            .GetProperty("Condition").GetProperty("ForAllValues:StringEquals").GetProperty("aws:TagKeys").EnumerateArray()
            .Select(key => key.GetString()).ShouldBe(["dd_sls_macro", "dd_sls_macro_stack"]);

    [Fact]
    public void Roles_Principals_AreLambdaOnly()
    {
        foreach (var role in OfType("AWS::IAM::Role"))
        {
            var statement = role.GetProperty("AssumeRolePolicyDocument").GetProperty("Statement").EnumerateArray().ShouldHaveSingleItem();
            statement.GetProperty("Principal").GetRawText().ShouldBe("{\"Service\":\"lambda.amazonaws.com\"}");
            role.TryGetProperty("ManagedPolicyArns", out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void LogGroups_All_AreRetainedEncryptedAndBounded()
    {
        foreach (var group in Resources("AWS::Logs::LogGroup"))
        {
            group.GetProperty("DeletionPolicy").GetString().ShouldBe("Retain");
            group.GetProperty("UpdateReplacePolicy").GetString().ShouldBe("Retain");
            ShouldBeOfTheKey(group.GetProperty("Properties").GetProperty("KmsKeyId"));
            group.GetProperty("Properties").GetProperty("RetentionInDays").GetProperty("Ref").GetString().ShouldBe("LogRetentionInDays");
        }
    }

    /// <summary>A name that CloudFormation makes begins with the stack's, so it is not under a prefix that begins with a slash.</summary>
    [Fact]
    public void AuditLog_Name_IsOutsideThePrefixesAndDeniedToTheRole()
    {
        OfType("AWS::Logs::LogGroup").ShouldHaveSingleItem().TryGetProperty("LogGroupName", out _).ShouldBeFalse();

        var denied = Statements().Single(statement => statement.GetProperty("Effect").GetString() == "Deny");
        Strings(denied.GetProperty("Action")).ShouldBe(["logs:PutRetentionPolicy", "logs:TagResource", "logs:DeleteSubscriptionFilter"]);
        denied.GetProperty("Resource").GetRawText().ShouldContain("log-group:${LogGroup}");
    }

    [Fact]
    public void Functions_All_HaveKeyConcurrencyLogAndFailureDestination()
    {
        var function = OfType("AWS::Lambda::Function").ShouldHaveSingleItem();
        ShouldBeOfTheKey(function.GetProperty("KmsKeyArn"));
        function.GetProperty("ReservedConcurrentExecutions").GetRawText()
            .ShouldBe("""{"Fn::If":["HasReservedConcurrency",{"Ref":"ReservedConcurrency"},{"Ref":"AWS::NoValue"}]}""");
        function.GetProperty("LoggingConfig").GetProperty("LogGroup").GetProperty("Ref").GetString().ShouldBe("LogGroup");

        var destination = OfType("AWS::Lambda::EventInvokeConfig").ShouldHaveSingleItem();
        destination.GetProperty("FunctionName").GetProperty("Ref").GetString().ShouldBe("Function");
        destination.GetProperty("DestinationConfig").GetProperty("OnFailure").GetProperty("Destination").GetRawText()
            .ShouldContain("FailedEvents");
        Statements().ShouldContain(statement => statement.GetProperty("Action").GetRawText() == "\"sqs:SendMessage\"");
    }

    [Fact]
    public void Queues_All_AreEncrypted()
    {
        foreach (var queue in OfType("AWS::SQS::Queue"))
        {
            queue.GetProperty("SqsManagedSseEnabled").GetRawText().ShouldBe("""{"Fn::If":["HasKmsKey",false,true]}""");
            ShouldBeOfTheKey(queue.GetProperty("KmsMasterKeyId"));
        }
    }

    [Theory]
    [InlineData("Errors")]
    [InlineData("Duration")]
    [InlineData("ApproximateNumberOfMessagesVisible")]
    public void Alarms_Metric_IsWatchedWhereATopicIsGiven(string metric)
    {
        var alarm = Resources("AWS::CloudWatch::Alarm")
            .Single(alarm => alarm.GetProperty("Properties").GetProperty("MetricName").GetString() == metric);

        alarm.GetProperty("Condition").GetString().ShouldBe("HasAlarms");
        alarm.GetProperty("Properties").GetProperty("AlarmActions").GetRawText().ShouldBe("""[{"Ref":"AlarmTopicArn"}]""");
    }

    [Theory]
    [InlineData("/aws/lambda/", true)]
    [InlineData("/aws/lambda/,/aws/vendedlogs/states/,aws/a/", true)]
    [InlineData("/a/b/,/a/c/,/a/d/,/a/e/", false)]
    [InlineData("/aws/", false)]
    [InlineData("/aws/lambda", false)]
    [InlineData("/", false)]
    [InlineData("", false)]
    [InlineData("/aws//lambda/", false)]
    [InlineData("/aws/lambda/*/", false)]
    [InlineData("/aws/lambda/, /aws/x/", false)]
    public void LogGroupPrefixes_Pattern_DemandsTwoSegmentsAndASlash(string value, bool expected)
    {
        var pattern = Template.GetProperty("Parameters").GetProperty("LogGroupPrefixes").GetProperty("AllowedPattern").GetString();

        Regex.IsMatch(value, $"^(?:{pattern})\\z", RegexOptions.ECMAScript).ShouldBe(expected);
    }

    [Fact]
    public void Parameters_ButTheCode_MayBeLeftOut() =>
        Template.GetProperty("Parameters").EnumerateObject().Where(parameter => !parameter.Value.TryGetProperty("Default", out _))
            .Select(parameter => parameter.Name).ShouldBe(["CodeBucket", "CodeKey"]);

    private static void ShouldBeOfTheKey(JsonElement key)
    {
        key.GetProperty("Fn::If")[0].GetString().ShouldBe("HasKmsKey");
        key.GetProperty("Fn::If")[1].GetRawText().ShouldContain("key/${KmsKeyId}");
        key.GetProperty("Fn::If")[2].GetRawText().ShouldBe("""{"Ref":"AWS::NoValue"}""");
    }

    /// <summary>The statements of all policies, also those under a condition.</summary>
    private static List<JsonElement> Statements()
    {
        var statements = OfType("AWS::IAM::Role").SelectMany(role => role.GetProperty("Policies").EnumerateArray())
            .SelectMany(policy => policy.GetProperty("PolicyDocument").GetProperty("Statement").EnumerateArray())
            .Select(statement => statement.TryGetProperty("Fn::If", out var @if) ? @if[1] : statement).ToList();
        statements.Count.ShouldBeGreaterThan(4);
        return statements;
    }

    private static IEnumerable<JsonElement> OfType(string type) => Resources(type).Select(resource => resource.GetProperty("Properties"));

    private static List<JsonElement> Resources(string type)
    {
        var found = Template.GetProperty("Resources").EnumerateObject().Select(resource => resource.Value)
            .Where(resource => resource.GetProperty("Type").GetString() == type).ToList();
        found.ShouldNotBeEmpty();
        return found;
    }

    private static List<string> Strings(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
        : [value.GetString()!];

    private static JsonElement Read()
    {
        var path = Repository.PathOf("macro-template.yml");
        return JsonDocument.Parse(CloudFormationYaml.Read(File.ReadAllText(path), path).Json).RootElement;
    }
}
