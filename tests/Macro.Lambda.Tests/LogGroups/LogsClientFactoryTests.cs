using Macro.Aws;
using Macro.Aws.CloudWatchLogs;
using Macro.Lambda.LogGroups;

namespace Macro.Lambda.Tests.LogGroups;

public class LogsClientFactoryTests
{
    [Theory]
    [InlineData("eu-west-3", "https://logs.eu-west-3.amazonaws.com/")]
    [InlineData("us-gov-west-1", "https://logs.us-gov-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://logs.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-isob-east-1", "https://logs.us-isob-east-1.sc2s.sgov.gov/")]
    [InlineData("eusc-de-east-1", "https://logs.eusc-de-east-1.amazonaws.eu/")]
    public void Domains_Region_HaveThePartitionsEndpoint(string region, string expected) =>
        ServiceEndpoint.For(CloudWatchLogsClient.Service, region, _ => null, LogsClientFactory.Domains).Url.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("https://vpce-1-a.logs.eu-west-3.vpce.amazonaws.com/", true)]
    [InlineData("https://logs.cn-north-1.amazonaws.com.cn/", true)]
    [InlineData("https://logs.example.org/", false)]
    [InlineData("https://notamazonaws.com/", false)]
    public void Domains_Hosts_AreAwsOnly(string url, bool expected) =>
        LogsClientFactory.Domains.Contains(new Uri(url).Host).ShouldBe(expected);
}
