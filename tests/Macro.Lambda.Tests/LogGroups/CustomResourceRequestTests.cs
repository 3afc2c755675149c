using System.Text;
using Macro.Lambda.LogGroups;

namespace Macro.Lambda.Tests.LogGroups;

public class CustomResourceRequestTests
{
    [Theory]
    [InlineData("""{"RequestType":"Create","ResponseURL":"https://example.com/"}""", true)]
    [InlineData("""{"ResourceProperties":{"a":[1]},"ResponseURL":"https://example.com/","Other":null,"RequestType":"Delete"}""", true)]
    [InlineData("""{"f\ud800xxxxxxx":1,"R\ud800xxxxxxxxxx":1,"\ud800":1,"ResponseURL":"https://example.com/"}""", true)]
    [InlineData("""{"RequestType":"Create"}""", false)]
    [InlineData("""{"RequestType":1,"ResponseURL":"https://example.com/"}""", true)]
    [InlineData("""{"RequestType":"Create","ResponseURL":1}""", false)]
    [InlineData("""{"inner":{"RequestType":"Create","ResponseURL":"https://example.com/"}}""", false)]
    [InlineData("""{"fragment":{},"RequestType":"Create","ResponseURL":"https://example.com/"}""", false)]
    [InlineData("""{"RequestType":"Create","ResponseURL":"https://example.com/",""", false)]
    [InlineData("""{"RequestType":"Create","ResponseURL":"https://example.com/"} x""", false)]
    [InlineData("""["RequestType","ResponseURL"]""", false)]
    [InlineData("nonsense", false)]
    [InlineData("", false)]
    public void Matches_Shape_TellsCustomResourcesApart(string payload, bool expected) =>
        CustomResourceRequest.Matches(Encoding.UTF8.GetBytes(payload)).ShouldBe(expected);
}
