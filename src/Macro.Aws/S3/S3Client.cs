using System.Security.Cryptography;

namespace Macro.Aws.S3;

/// <summary>The operation of Amazon S3 that an installation needs.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html</remarks>
/// <param name="client">Sends the requests; its endpoint is one of <see cref="Service"/>.</param>
public sealed class S3Client(AwsClient client)
{
    /// <summary>Amazon S3.</summary>
    public static AwsService Service { get; } = new("S3", "s3", "AWS_ENDPOINT_URL_S3");

    /// <summary>Creates an object, and leaves one that exists unchanged.</summary>
    /// <param name="bucket">The name of the bucket.</param>
    /// <param name="key">The key: segments of unreserved characters, separated by slashes.</param>
    /// <param name="content">The content.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False if an object of that key exists.</returns>
    /// <exception cref="AwsException">AWS refuses the call, or the retries are used up.</exception>
    public async Task<bool> PutNewObjectAsync(string bucket, string key, byte[] content, CancellationToken cancellationToken)
    {
        var operation = new AwsOperation($"{Service.Id}:PutObject", $"object s3://{bucket}/{key}");
        var request = new AwsRequest(operation, HttpMethod.Put, $"/{bucket}/{key}")
        {
            Body = content,
            ContentType = "application/zip",
            AddHeaders = headers =>
            {
                headers.Add("If-None-Match", "*");
                headers.Add("X-Amz-Content-Sha256", Convert.ToHexStringLower(SHA256.HashData(content)));
            },
        };
        try
        {
            await client.SendAsync(request, cancellationToken);
            return true;
        }
        catch (AwsException exception) when (exception.Code == "PreconditionFailed")
        {
            return false;
        }
    }
}
