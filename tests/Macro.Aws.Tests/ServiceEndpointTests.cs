namespace Macro.Aws.Tests;

public class ServiceEndpointTests
{
    private static readonly AwsService Service = new("Step Functions", "states", "AWS_ENDPOINT_URL_SFN");

    private static readonly AwsDomains Domains = new(
        region => region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com",
        host => host.EndsWith(".amazonaws.com", StringComparison.Ordinal));

    [Theory]
    [InlineData("eu-west-3", "https://states.eu-west-3.amazonaws.com/")]
    [InlineData("us-gov-west-1", "https://states.us-gov-west-1.amazonaws.com/")]
    public void For_Region_IsItsOwnEndpoint(string region, string expected)
    {
        var endpoint = For(region, _ => null);

        endpoint.Url.ToString().ShouldBe(expected);
        endpoint.Region.ShouldBe(region);
    }

    [Theory]
    [InlineData("http://localhost:1/", "http://localhost:2/", "http://localhost:1/")]
    [InlineData("https://127.0.0.1:1/", null, "https://127.0.0.1:1/")]
    [InlineData("", "http://localhost:2/", "http://localhost:2/")]
    public void For_Variables_OverrideIt(string? ofService, string? ofAll, string expected) =>
        For("eu-west-3", Variables(ofService, ofAll)).Url.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("https://vpce-1-a.states.eu-west-3.vpce.amazonaws.com/", true)]
    [InlineData("http://states.eu-west-3.amazonaws.com/", false)]
    [InlineData("https://states.example.org/", false)]
    [InlineData("https://notamazonaws.com/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("nonsense", false)]
    public void For_Override_MustBeAnHttpsUrlOfAws(string url, bool expected)
    {
        var create = () => For("eu-west-3", Variables(url, null));

        if (expected) create().Url.ToString().ShouldBe(url);
        else
        {
            Should.Throw<ConfigurationException>(create).Message.ShouldBe(
                "The endpoint of Step Functions must be an HTTPS URL of AWS. "
                + "Correct or remove the environment variables AWS_ENDPOINT_URL_SFN and AWS_ENDPOINT_URL.");
        }
    }

    [Theory]
    [InlineData("http://localhost:1/", null, true)]
    [InlineData(null, "http://127.0.0.1:2/", true)]
    [InlineData("https://states.eu-west-3.amazonaws.com/", "http://localhost:2/", false)]
    [InlineData("file:///etc/passwd", null, false)]
    [InlineData(null, null, false)]
    public void IsLocal_Override_IsTheEffectiveOne(string? ofService, string? ofAll, bool expected) =>
        ServiceEndpoint.IsLocal(Service, Variables(ofService, ofAll)).ShouldBe(expected);

    private static ServiceEndpoint For(string region, Func<string, string?> variable) =>
        ServiceEndpoint.For(Service, region, variable, Domains);

    private static Func<string, string?> Variables(string? ofService, string? ofAll) => name => name switch
    {
        "AWS_ENDPOINT_URL_SFN" => ofService,
        "AWS_ENDPOINT_URL" => ofAll,
        _ => null,
    };
}
