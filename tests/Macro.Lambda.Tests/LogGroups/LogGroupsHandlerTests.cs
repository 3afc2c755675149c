using System.Text;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

public sealed class LogGroupsHandlerTests : IDisposable
{
    private const string Legacy = "datadog-serverless-macro-filter";

    private readonly LogGroupsHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Handle_Create_CreatesGroupsAndResponds()
    {
        string[] names = ["/aws/lambda/a", "/aws/lambda/b", "/aws/lambda/a"];

        var response = await _host.RespondAsync(_host.Event with { Names = names, RetentionInDays = "14" });

        response.GetProperty("Status").GetString().ShouldBe("SUCCESS");
        var expected = new Dictionary<string, int?> { ["/aws/lambda/a"] = 14, ["/aws/lambda/b"] = 14 };
        _host.Aws.Groups.ToDictionary().ShouldBe(expected, ignoreOrder: true);
        _host.Aws.Done.Count(call => call.StartsWith("CreateLogGroup", StringComparison.Ordinal)).ShouldBe(2);
        _host.Aws.Unsigned.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_GroupExists_LeavesItAndReportsItsFilters()
    {
        _host.Aws.Groups["/aws/lambda/a"] = 30;
        _host.Aws.Filters[("/aws/lambda/a", Legacy)] = CustomResourceEvent.Forwarder;

        (await _host.RespondAsync(_host.Event)).GetProperty("Status").GetString().ShouldBe("SUCCESS");

        _host.Aws.Groups["/aws/lambda/a"].ShouldBe(30);
        _host.Aws.Filters.ShouldHaveSingleItem();
        _host.Log.ShouldContain($"\"logGroup\":\"/aws/lambda/a\",\"filter\":\"{Legacy}\"");
    }

    [Fact]
    public async Task Handle_LegacyNames_LoseTheLegacyFilterOfThatForwarderOnly()
    {
        _host.Aws.Filters[("/aws/lambda/a", Legacy)] = CustomResourceEvent.Forwarder;
        _host.Aws.Filters[("/aws/lambda/b", Legacy)] = $"{CustomResourceEvent.Forwarder}-of-another-team";
        _host.Aws.Filters[("/aws/lambda/b", "audit")] = CustomResourceEvent.Forwarder;

        await _host.RespondAsync(_host.Event with { Names = [], LegacyNames = ["/aws/lambda/a", "/aws/lambda/b"] });

        _host.Aws.Filters.Keys.ShouldBe([("/aws/lambda/b", Legacy), ("/aws/lambda/b", "audit")], ignoreOrder: true);
        _host.Aws.Groups.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_Update_KeepsThePhysicalId()
    {
        var response = await _host.RespondAsync(_host.Event with { RequestType = "Update", PhysicalResourceId = "as-it-was" });

        response.GetProperty("PhysicalResourceId").GetString().ShouldBe("as-it-was");
        _host.Aws.Groups.Keys.ShouldBe(["/aws/lambda/a"]);
    }

    [Fact]
    public async Task Handle_Delete_SucceedsWithoutACall()
    {
        (await _host.RespondAsync(_host.Event with { RequestType = "Delete" })).GetProperty("Status").GetString().ShouldBe("SUCCESS");

        _host.Aws.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_NoNames_Succeeds()
    {
        var payload = _host.Event.ToString().Replace("\"LogGroupNames\":[\"/aws/lambda/a\"]", "", StringComparison.Ordinal);

        (await _host.RespondAsync(Encoding.UTF8.GetBytes(payload))).GetProperty("Status").GetString().ShouldBe("SUCCESS");
    }
}
