using Amazon.Runtime;
using Macro.Aws;
using Macro.Aws.CloudFormation;
using Macro.Aws.S3;
using Macro.Aws.Sts;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Hosting;
using Macro.CloudFormation.Identifiers;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Installation;

/// <summary>The access of an installation to AWS: one region, with the caller's credentials.</summary>
internal sealed class InstallAccess : IDisposable
{
    /// <summary>Enough for the upload of the code on a slow line.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromMinutes(2);

    private static readonly AwsDomains Domains = new(region => Partition.ForRegion(region).Domain, Partition.Owns);

    private readonly CommandHost _host;
    private readonly Func<Task<ImmutableCredentials>> _credentials;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <param name="host">Has the environment.</param>
    /// <param name="region">The region; null for that of the environment.</param>
    /// <exception cref="InstallFailedException">There is no region, or there are no credentials.</exception>
    /// <exception cref="ConfigurationException">The environment has an endpoint that requests must not go to.</exception>
    public InstallAccess(CommandHost host, string? region)
    {
        _host = host;
        Region = region ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? "";
        if (Region.Length == 0) throw new InstallFailedException(InstallDiagnostics.NoRegion.For(DiagnosticTarget.Request));
        _credentials = FindCredentials();
        Stacks = new CloudFormationClient(Client(CloudFormationClient.Service));
        Objects = new S3Client(Client(S3Client.Service));
    }

    public string Region { get; }

    public CloudFormationClient Stacks { get; }

    public S3Client Objects { get; }

    public void Dispose() => _http.Dispose();

    private AwsClient Client(AwsService service, Func<Task<ImmutableCredentials>>? credentials = null)
    {
        var endpoint = ServiceEndpoint.For(service, Region, Variable, Domains);
        return new AwsClient(endpoint, credentials ?? _credentials, _http, new InstallRetries(_host.PollDelay))
        {
            AttemptTimeout = AttemptTimeout,
            ReadError = QueryProtocol.ReadError,
        };
    }

    private Func<Task<ImmutableCredentials>> FindCredentials()
    {
        try
        {
            var find = CallerCredentials.Find(
                _host.Variables, profile: null, source => new StsClient(Client(StsClient.Service, source)), _host.Clock);
            return async () => await Translate(find);
        }
        catch (ConfigurationException exception)
        {
            throw NoCredentials(exception.Message);
        }
    }

    private static async Task<ImmutableCredentials> Translate(Func<Task<ImmutableCredentials>> find)
    {
        try
        {
            return await find();
        }
        catch (ConfigurationException exception)
        {
            throw NoCredentials(exception.Message);
        }
    }

    private static InstallFailedException NoCredentials(string reason) =>
        new(InstallDiagnostics.NoCredentials.For(DiagnosticTarget.Request, reason));

    private string? Variable(string name) => _host.Variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
