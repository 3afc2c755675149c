using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Macro.Aws;
using Macro.Aws.CloudFormation;
using Macro.Aws.S3;
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
        Region = region ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION")
            ?? throw new InstallFailedException(InstallDiagnostics.NoRegion.For(DiagnosticTarget.Request));
        _credentials = FindCredentials();
        Stacks = new CloudFormationClient(Client(CloudFormationClient.Service));
        Objects = new S3Client(Client(S3Client.Service));
    }

    public string Region { get; }

    public CloudFormationClient Stacks { get; }

    public S3Client Objects { get; }

    public void Dispose() => _http.Dispose();

    private AwsClient Client(AwsService service) =>
        new(ServiceEndpoint.For(service, Region, Variable, Domains), _credentials, _http, new InstallRetries(_host.PollDelay))
        {
            AttemptTimeout = AttemptTimeout,
            ReadError = QueryProtocol.ReadError,
        };

    private Func<Task<ImmutableCredentials>> FindCredentials()
    {
        if (Variable("AWS_ACCESS_KEY_ID") is { } id && Variable("AWS_SECRET_ACCESS_KEY") is { } secret)
        {
            var known = new ImmutableCredentials(id, secret, Variable("AWS_SESSION_TOKEN"));
            return () => Task.FromResult(known);
        }
        return async () =>
        {
            try
            {
                var credentials = Variable("AWS_PROFILE") is { } profile
                    ? OfProfile(profile)
                    : DefaultAWSCredentialsIdentityResolver.GetCredentials();
                return await credentials.GetCredentialsAsync();
            }
            catch (AmazonClientException)
            {
                // The exception lists every provider with its error, in sentences about its own variables.
                throw NoCredentials("the environment, the profiles and the instance have none");
            }
        };
    }

    private AWSCredentials OfProfile(string profile) =>
        new CredentialProfileStoreChain(Variable("AWS_SHARED_CREDENTIALS_FILE")).TryGetAWSCredentials(profile, out var credentials)
            ? credentials
            : throw NoCredentials($"the profile {profile} does not exist or has no credentials");

    private static InstallFailedException NoCredentials(string reason) =>
        new(InstallDiagnostics.NoCredentials.For(DiagnosticTarget.Request, reason));

    private string? Variable(string name) => _host.Variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
