using System.Text;
using System.Text.Json;
using Macro.Lambda.LogGroups;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

public class CustomResourceResponseTests
{
    private static readonly LogGroupsRequest Request = LogGroupsRequest.Read(new CustomResourceEvent("https://x.amazonaws.com/").Payload);

    [Fact]
    public void Write_Success_HasTheMembersThatCloudFormationReads() =>
        Encoding.UTF8.GetString(CustomResourceResponse.Write(Request, failure: null)).ShouldBe(
            $$"""
            {"Status":"SUCCESS","PhysicalResourceId":"datadog-log-groups-DatadogLogGroups2DB54DDE",
            "StackId":"{{CustomResourceEvent.StackId}}",
            "RequestId":"request-1","LogicalResourceId":"DatadogLogGroups2DB54DDE"}
            """.ReplaceLineEndings(""));

    [Theory]
    [InlineData('x')]
    [InlineData('"')]
    [InlineData('€')]
    [InlineData('\ud83d')]
    [InlineData('\0')]
    public void Write_LongReason_StaysInTheLimit(char character)
    {
        var response = CustomResourceResponse.Write(Request, new string(character, 10_000));

        response.Length.ShouldBeInRange(1000, CustomResourceResponse.MaxBytes);
        JsonDocument.Parse(response).RootElement.GetProperty("Reason").GetString()!.ShouldEndWith("…");
    }
}
