using System.Text;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

/// <summary>Nobody who can invoke the function gets its rights: an event is refused unless all of it can be CloudFormation's.</summary>
public sealed class TrustTests : IDisposable
{
    private const string Audit = "/aws/lambda/audit";

    private readonly LogGroupsHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("arn:aws:cloudformation:us-east-1:999999999999:stack/shop/1", "not in account 123456789012")]
    [InlineData("arn:aws:cloudformation:eu-west-3:123456789012:stack/shop/1", "not in region us-east-1")]
    [InlineData("arn:aws-cn:cloudformation:us-east-1:123456789012:stack/shop/1", "not in region us-east-1")]
    [InlineData("arn:aws:s3:us-east-1:123456789012:stack/shop/1", "StackId")]
    [InlineData("arn:aws:cloudformation:us-east-1:123456789012:changeSet/shop/1", "StackId")]
    [InlineData("arn:aws:cloudformation:us-east-1:123456789012:stack/a b/1", "StackId")]
    [InlineData("arn:aws:cloudformation:us-east-1:123456789012:stack/shop/1/2", "StackId")]
    [InlineData("arn:aws:cloudformation:us-east-1:123456789012:stack/shop/", "StackId")]
    [InlineData("shop", "StackId")]
    public Task Handle_AnotherStack_IsRefused(string stack, string reason) =>
        ShouldBeRefused(_host.Event with { Stack = stack }, reason);

    [Fact]
    public Task Handle_AnotherResourceType_IsRefused() =>
        ShouldBeRefused(_host.Event with { ResourceType = "Custom::DatadogLogGroup" }, "ResourceType");

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:other")]
    [InlineData("arn:aws:lambda:us-east-1:999999999999:function:macro")]
    [InlineData("arn:aws:sns:us-east-1:123456789012:function:macro")]
    [InlineData("")]
    public Task Handle_AnotherServiceToken_IsRefused(string token) =>
        ShouldBeRefused(_host.Event with { ServiceToken = token }, "ServiceToken");

    [Theory]
    [InlineData($"{Reply.FunctionArn}:live", Reply.FunctionArn)]
    [InlineData(Reply.FunctionArn, $"{Reply.FunctionArn}:live")]
    public async Task Handle_VersionOfTheFunction_IsTheFunction(string invoked, string token)
    {
        await _host.HandleAsync((_host.Event with { ServiceToken = token }).Payload, functionArn: invoked);

        _host.Aws.Groups.Keys.ShouldBe(["/aws/lambda/a"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task Handle_UnknownFunction_IsRefused(string? invoked)
    {
        await _host.HandleAsync(_host.Event.Payload, functionArn: invoked);

        ShouldHaveRefused("did not say which function");
    }

    [Theory]
    [InlineData("/aws/vendedlogs/a")]
    [InlineData("/aws/lambda")]
    [InlineData("/aws/lambdaa")]
    [InlineData("/AWS/lambda/a")]
    [InlineData("audit")]
    public async Task Handle_NameOutsideThePrefixes_IsRefused(string name)
    {
        await ShouldBeRefused(_host.Event with { Names = ["/aws/lambda/a", name] }, $"Log group {name}: The macro may only use");
        _host.Log.ShouldNotContain(name + '"');
    }

    [Fact]
    public Task Handle_LegacyNameOutsideThePrefixes_IsRefused() =>
        ShouldBeRefused(_host.Event with { LegacyNames = ["/audit/a"] }, "/aws/lambda/");

    [Theory]
    [InlineData("")]
    [InlineData("/aws/lambda/*")]
    [InlineData("/aws/lambda/a:log-stream:b")]
    [InlineData("/aws/lambda/a b")]
    [InlineData("/aws/lambda/é")]
    [InlineData("/aws/lambda/a\n")]
    public Task Handle_InvalidName_IsRefused(string name) =>
        ShouldBeRefused(_host.Event with { Names = [name] }, "not the name of a log group");

    [Fact]
    public async Task Handle_LongestName_IsCreatedAndALongerOneRefused()
    {
        var longest = "/aws/lambda/".PadRight(512, 'x');

        await ShouldBeRefused(_host.Event with { Names = [longest + "x"] }, "not the name of a log group");
        await _host.HandleAsync((_host.Event with { Names = [longest] }).Payload);

        _host.Aws.Groups.Keys.ShouldBe([longest]);
    }

    [Theory]
    [InlineData("AWS_LAMBDA_LOG_GROUP_NAME", Audit)]
    [InlineData("AWS_LAMBDA_FUNCTION_NAME", "audit")]
    public async Task Handle_LogOfTheMacro_IsRefused(string variable, string value)
    {
        var @event = _host.Event with { Names = [], LegacyNames = [Audit] };

        await _host.HandleAsync(@event.Payload, variable: name => name == variable ? value : _host.Aws.Variable(name));

        ShouldHaveRefused("The macro's own log");
    }

    [Theory]
    [InlineData("/", false)]
    [InlineData("/aws/", false)]
    [InlineData("/aws/lambda", false)]
    [InlineData("/aws//lambda/", false)]
    [InlineData("//aws/", false)]
    [InlineData("/aws/lambda/,/", false)]
    [InlineData("/aws/*/", false)]
    [InlineData(",", false)]
    [InlineData("/aws/lambda/", true)]
    [InlineData("/aws/lambda/,/aws/vendedlogs/states/", true)]
    [InlineData("aws/lambda/, /aws/lambda/", true)]
    [InlineData("", true)]
    public async Task Handle_Prefixes_HaveTwoSegmentsAndASlash(string prefixes, bool expected)
    {
        await _host.HandleAsync(
            _host.Event.Payload, variable: name => name == "DD_MACRO_LOG_GROUP_PREFIXES" ? prefixes : _host.Aws.Variable(name));

        if (expected) _host.Aws.Groups.Keys.ShouldBe(["/aws/lambda/a"]);
        else ShouldHaveRefused("DD_MACRO_LOG_GROUP_PREFIXES");
    }

    /// <summary>A refused event may contain anything, so the log has no value of it.</summary>
    [Fact]
    public async Task Handle_RefusedEvent_LogsNoValue()
    {
        var @event = _host.Event with { Stack = "hunter2", ResourceType = "hunter2", Names = ["hunter2"], LegacyNames = ["hunter2"] };

        await _host.HandleAsync(Encoding.UTF8.GetBytes(@event.ToString().Replace("request-1", "hunter2", StringComparison.Ordinal)));

        _host.Log.ShouldContain("The event is refused.");
        _host.Log.ShouldNotContain("hunter2");
    }

    private async Task ShouldBeRefused(CustomResourceEvent @event, string reason)
    {
        await _host.HandleAsync(@event.Payload);
        ShouldHaveRefused(reason);
    }

    private void ShouldHaveRefused(string reason)
    {
        _host.Aws.Responses.TryDequeue(out var response).ShouldBeTrue();
        response.Body.GetProperty("Status").GetString().ShouldBe("FAILED");
        response.Body.GetProperty("Reason").GetString()!.ShouldContain(reason);
        _host.Aws.Done.ShouldBeEmpty();
    }
}
