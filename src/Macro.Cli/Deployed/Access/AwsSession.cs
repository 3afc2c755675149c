using Amazon.Runtime;
using Macro.Aws;
using Macro.Aws.CloudWatchLogs;
using Macro.Aws.Iam;
using Macro.Aws.Lambda;
using Macro.Aws.StepFunctions;
using Macro.Aws.Sts;
using Macro.Cli.Hosting;
using Macro.CloudFormation.Identifiers;

namespace Macro.Cli.Deployed.Access;

/// <summary>The access of one run to AWS: an account, its regions, and one policy for all calls.</summary>
internal sealed class AwsSession : IAsyncDisposable
{
    /// <summary>Longer than AWS's usual five seconds, since an update of a function in a network takes some.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private static readonly AwsDomains Domains = new(region => Partition.ForRegion(region).Domain, Partition.Owns);

    private readonly CommandHost _host;
    private readonly CallPolicy _policy;
    private readonly HttpMessageInvoker _http;
    private Func<Task<ImmutableCredentials>> _credentials;

    private AwsSession(CommandHost host, AccessOptions options)
    {
        _host = host;
        Regions = FindRegions(host, options);
        _policy = new CallPolicy(options.Concurrency, host.ChangesPerSecond, host.Clock);
        _http = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = options.Concurrency });
        _credentials = CallerCredentials.Find(host.Variables, options.Profile, Sts, host.Clock);
    }

    public IReadOnlyList<string> Regions { get; }

    public CallerIdentity Caller { get; private set; } = null!;

    /// <summary>Finds credentials and regions, assumes the role if there is one, and asks AWS whose the credentials are.</summary>
    /// <exception cref="ConfigurationException">The credentials, a region or a valid endpoint are missing.</exception>
    /// <exception cref="AwsException">AWS refuses the credentials.</exception>
    public static async Task<AwsSession> OpenAsync(CommandHost host, AccessOptions options, CancellationToken cancel)
    {
        var session = new AwsSession(host, options);
        if (options.RoleArn is { } role)
        {
            var sts = session.Sts(session._credentials);
            session._credentials = CallerCredentials.Assume(sts, role, CallerCredentials.SessionName, externalId: null, host.Clock);
        }
        session.Caller = await session.Sts(session._credentials).GetCallerIdentityAsync(cancel);
        return session;
    }

    private StsClient Sts(Func<Task<ImmutableCredentials>> credentials) =>
        new(Client(StsClient.Service, Regions[0], QueryProtocol.ReadError, credentials));

    /// <summary>The clients of a region.</summary>
    public RegionClients In(string region) => new(
        region, Caller.Account,
        new LambdaClient(Client(LambdaClient.Service, region)),
        new CloudWatchLogsClient(Client(CloudWatchLogsClient.Service, region)),
        new StepFunctionsClient(Client(StepFunctionsClient.Service, region)),
        new IamClient(Client(IamClient.Service, region, QueryProtocol.ReadError)));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _policy.DisposeAsync();
    }

    private AwsClient Client(
        AwsService service, string region, Func<HttpResponseMessage, byte[], AwsErrorResponse>? readError = null,
        Func<Task<ImmutableCredentials>>? credentials = null) =>
        new(EndpointOf(service, region), credentials ?? _credentials, _http, _policy)
        {
            AttemptTimeout = AttemptTimeout,
            ReadError = readError ?? AwsErrorResponse.ReadJson,
        };

    private ServiceEndpoint EndpointOf(AwsService service, string region)
    {
        string? Variable(string name) => _host.Variables.GetValueOrDefault(name);
        var endpoint = ServiceEndpoint.For(service, region, Variable, Domains);
        if (service != IamClient.Service || !endpoint.Url.Host.StartsWith($"{service.Id}.{region}.", StringComparison.Ordinal))
            return endpoint;
        var (signingRegion, host) = IamEndpoint(region, endpoint.Url.Host);
        return new ServiceEndpoint(service, signingRegion, new Uri($"https://{host}/"));
    }

    /// <summary>IAM has one endpoint for each partition.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/general/latest/gr/iam-service.html</remarks>
    private static (string Region, string Host) IamEndpoint(string region, string regional) => Partition.ForRegion(region).Name switch
    {
        Partition.Standard => ("us-east-1", "iam.amazonaws.com"),
        Partition.GovCloud => ("us-gov-west-1", "iam.us-gov.amazonaws.com"),
        "aws-cn" => ("cn-north-1", "iam.cn-north-1.amazonaws.com.cn"),
        _ => (region, regional),
    };

    private static IReadOnlyList<string> FindRegions(CommandHost host, AccessOptions options)
    {
        if (options.Regions.Contains("")) throw new NoRegionException();
        if (options.Regions.Count > 0) return [.. options.Regions.Distinct()];
        foreach (var name in (string[])["AWS_REGION", "AWS_DEFAULT_REGION"])
        {
            if (host.Variables.GetValueOrDefault(name) is { Length: > 0 } region) return [region];
        }
        return CallerCredentials.RegionOf(host.Variables, options.Profile) is { } own ? [own] : throw new NoRegionException();
    }
}
