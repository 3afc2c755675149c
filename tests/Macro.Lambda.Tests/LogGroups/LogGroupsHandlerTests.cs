using System.Text;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

public sealed class LogGroupsHandlerTests : IDisposable
{
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

    /// <summary>A stack must be deletable whatever its properties are, and a deletion changes nothing.</summary>
    [Fact]
    public async Task Handle_DeleteOfWhatWouldBeRefused_Succeeds()
    {
        var @event = _host.Event with { RequestType = "Delete", Names = ["/audit/a"], ResourceType = "Custom::Other" };

        (await _host.RespondAsync(@event)).GetProperty("Status").GetString().ShouldBe("SUCCESS");

        _host.Log.ShouldNotContain("stackId");
    }

    [Fact]
    public async Task Handle_NoNames_Succeeds()
    {
        var payload = _host.Event.ToString().Replace(",\"LogGroupNames\":[\"/aws/lambda/a\"]", "", StringComparison.Ordinal);

        (await _host.RespondAsync(Encoding.UTF8.GetBytes(payload))).GetProperty("Status").GetString().ShouldBe("SUCCESS");
    }
}
