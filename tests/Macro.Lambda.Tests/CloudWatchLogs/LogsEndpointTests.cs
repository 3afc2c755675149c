using Macro.Aws.CloudWatchLogs;
using Macro.CloudFormation.Identifiers;

namespace Macro.Lambda.Tests.CloudWatchLogs;

public class LogsEndpointTests
{
    [Theory]
    [InlineData("eu-west-3", "https://logs.eu-west-3.amazonaws.com/")]
    [InlineData("us-gov-west-1", "https://logs.us-gov-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://logs.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-isob-east-1", "https://logs.us-isob-east-1.sc2s.sgov.gov/")]
    [InlineData("eusc-de-east-1", "https://logs.eusc-de-east-1.amazonaws.eu/")]
    public void From_Region_IsTheRegionsOwn(string region, string expected)
    {
        var endpoint = From(Variables(("AWS_REGION", region)));

        endpoint.Url.ToString().ShouldBe(expected);
        endpoint.Region.ShouldBe(region);
    }

    [Theory]
    [InlineData("http://localhost:1/", "http://localhost:2/", "http://localhost:1/")]
    [InlineData("", "http://localhost:2/", "http://localhost:2/")]
    public void From_Variables_OverrideIt(string ofService, string ofAll, string expected) =>
        From(Variables(("AWS_REGION", "eu-west-3"), ("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", ofService), ("AWS_ENDPOINT_URL", ofAll)))
            .Url.ToString().ShouldBe(expected);

    [Fact]
    public void From_NoRegion_Throws() => Should.Throw<ConfigurationException>(() => From(_ => null));

    [Theory]
    [InlineData("https://vpce-1-a.logs.eu-west-3.vpce.amazonaws.com/", true)]
    [InlineData("http://logs.eu-west-3.amazonaws.com/", false)]
    [InlineData("https://logs.example.org/", false)]
    [InlineData("https://notamazonaws.com/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("nonsense", false)]
    public void From_Override_IsHttpsToAwsOnly(string url, bool expected)
    {
        var from = () => From(Variables(("AWS_REGION", "eu-west-3"), ("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", url)));

        if (expected)
            from().Url.ToString().ShouldBe(url);
        else
            Should.Throw<ConfigurationException>(from).Message.ShouldContain("no HTTPS address of AWS");
    }

    private static LogsEndpoint From(Func<string, string?> variable) =>
        LogsEndpoint.From(variable, region => Partition.ForRegion(region).Domain, Partition.Owns);

    private static Func<string, string?> Variables(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
