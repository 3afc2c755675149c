using System.Text;
using Macro.Lambda.Events;

namespace Macro.Lambda.Tests.Events;

public class MacroRequestIdTests
{
    [Theory]
    [InlineData("""{"requestId":"e1"}""", "e1")]
    [InlineData("""{"fragment":{"requestId":"inner"},"requestId":"e1"}""", "e1")]
    [InlineData("""{"requestId":"e1",nonsense""", "e1")]
    [InlineData("""{"r\ud800xxxxxxx":1,"requestId":"e1"}""", "e1")]
    [InlineData("""{"requestId":7}""", null)]
    [InlineData("""{"requestId":"\ud800"}""", null)]
    [InlineData("""{"fragment":{"requestId":"inner"}}""", null)]
    [InlineData("""{"fragment":{"requestId":"inner"},""", null)]
    [InlineData("""["requestId","e1"]""", null)]
    [InlineData("\"requestId\"", null)]
    [InlineData("{}", null)]
    [InlineData("nonsense", null)]
    [InlineData("", null)]
    public void Find_Event_GivesTheTopLevelMember(string payload, string? expected) =>
        MacroRequestId.Find(Encoding.UTF8.GetBytes(payload)).ShouldBe(expected);

    [Fact]
    public void Find_DeepTemplate_IsReadPast()
    {
        var deep = new string('[', 900) + new string(']', 900);

        MacroRequestId.Find(Encoding.UTF8.GetBytes($$"""{"fragment":{{deep}},"requestId":"e1"}""")).ShouldBe("e1");
    }
}
