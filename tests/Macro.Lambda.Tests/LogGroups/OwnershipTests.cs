using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

/// <summary>A log group that this stack did not create keeps its history, and a filter stays until its successor is there.</summary>
public sealed class OwnershipTests : IDisposable
{
    private const string Group = "/aws/lambda/a";
    private const string Legacy = "datadog-serverless-macro-filter";
    private const string Own = "datadog-forwarder";

    private readonly LogGroupsHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Handle_NewGroup_IsTaggedWithVersionAndStack()
    {
        await SucceedAsync(_host.Event);

        _host.Aws.Tags[(Group, "dd_sls_macro")].ShouldStartWith("v");
        _host.Aws.Tags[(Group, "dd_sls_macro_stack")].ShouldBe(CustomResourceEvent.StackId);
        _host.Aws.Done.ShouldBe([$"CreateLogGroup {Group}"]);
    }

    [Theory]
    [InlineData(CustomResourceEvent.StackId, 7)]
    [InlineData(CustomResourceEvent.StackId + "-of-another-team", 3653)]
    [InlineData(null, 3653)]
    public async Task Handle_GroupExists_RetentionIsSetWhereThisStackMadeIt(string? stack, int expected)
    {
        _host.Aws.Groups[Group] = 3653;
        if (stack is not null) _host.Aws.Tags[(Group, "dd_sls_macro_stack")] = stack;

        await SucceedAsync(_host.Event with { RequestType = "Update", RetentionInDays = "7" });

        _host.Aws.Groups[Group].ShouldBe(expected);
    }

    [Fact]
    public async Task Handle_TagsCannotBeRead_RetentionIsUnchangedWithAWarning()
    {
        _host.Aws.Groups[Group] = 3653;
        _host.Aws.Error = (action, _) => action == "ListTagsForResource" ? (400, "AccessDeniedException") : null;

        await SucceedAsync(_host.Event with { RetentionInDays = "7" });

        _host.Aws.Groups[Group].ShouldBe(3653);
        _host.Log.ShouldContain("logs:ListTagsForResource failed");
    }

    [Fact]
    public async Task Handle_NoRetention_ReadsNoTags()
    {
        _host.Aws.Groups[Group] = 3653;

        await SucceedAsync(_host.Event);

        _host.Aws.Done.ShouldBeEmpty();
        _host.Aws.Groups[Group].ShouldBe(3653);
    }

    [Fact]
    public async Task Handle_GroupIsDeletedMeanwhile_IsMadeAgain()
    {
        var deletions = 2;
        _host.Aws.Error = (action, group) =>
        {
            if (action == "PutRetentionPolicy" && deletions-- > 0) _host.Aws.Groups.TryRemove(group, out _);
            return null;
        };

        await SucceedAsync(_host.Event with { RetentionInDays = "7" });

        _host.Aws.Groups[Group].ShouldBe(7);
    }

    [Fact]
    public async Task Handle_GroupIsDeletedWhileItsTagsAreRead_IsMadeAgain()
    {
        _host.Aws.Groups[Group] = null;
        _host.Aws.Error = (action, group) =>
        {
            if (action == "ListTagsForResource") _host.Aws.Groups.TryRemove(group, out _);
            return null;
        };

        await SucceedAsync(_host.Event with { RetentionInDays = "7" });

        _host.Aws.Groups[Group].ShouldBe(7);
    }

    [Theory]
    [InlineData(CustomResourceEvent.Forwarder, CustomResourceEvent.Forwarder, false)]
    [InlineData(CustomResourceEvent.Forwarder, null, true)]
    [InlineData(CustomResourceEvent.Forwarder, CustomResourceEvent.Forwarder + "-b", true)]
    [InlineData(CustomResourceEvent.Forwarder + "-b", CustomResourceEvent.Forwarder, true)]
    public async Task Handle_LegacyFilter_IsRemovedWhereOursHasItsDestination(string legacy, string? own, bool stays)
    {
        _host.Aws.Groups[Group] = null;
        _host.Aws.Filters[(Group, Legacy)] = legacy;
        if (own is not null) _host.Aws.Filters[(Group, Own)] = own;

        await SucceedAsync(_host.Event with { Names = [], LegacyNames = [Group] });

        _host.Aws.Filters.ContainsKey((Group, Legacy)).ShouldBe(stays);
        _host.Aws.Filters.ContainsKey((Group, Own)).ShouldBe(own is not null);
    }

    [Fact]
    public async Task Handle_WithoutMigration_ReadsNoFilters()
    {
        _host.Aws.Groups[Group] = null;
        _host.Aws.Filters[(Group, Legacy)] = CustomResourceEvent.Forwarder;

        await SucceedAsync(_host.Event);

        _host.Aws.Done.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, "AccessDeniedException")]
    [InlineData(400, "InvalidParameterException")]
    public async Task Handle_FiltersCannotBeRead_IsAWarning(int status, string code)
    {
        _host.Aws.Groups[Group] = null;
        _host.Aws.Filters[(Group, Legacy)] = CustomResourceEvent.Forwarder;
        _host.Aws.Error = (action, _) => action == "DescribeSubscriptionFilters" ? (status, code) : null;

        await SucceedAsync(_host.Event with { LegacyNames = [Group] });

        _host.Aws.Filters.ShouldHaveSingleItem();
        _host.Log.ShouldContain("\"level\":\"WARN\",\"message\":\"logs:DescribeSubscriptionFilters failed");
    }

    [Fact]
    public Task Handle_GroupToMigrateIsMissing_IsAWarning() => SucceedAsync(_host.Event with { Names = [], LegacyNames = [Group] });

    private async Task SucceedAsync(CustomResourceEvent @event) =>
        (await _host.RespondAsync(@event)).GetProperty("Status").GetString().ShouldBe("SUCCESS");
}
