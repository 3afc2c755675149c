using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace Macro.Aws.CloudWatchLogs;

/// <summary>Signs requests to an AWS JSON API with Signature Version 4.</summary>
/// <remarks>
/// AWSSDK.Core derives the key and signs; the canonical request is made here, since there it is only to be had through a service client.
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </remarks>
/// <param name="credentials">The credentials of the function's role.</param>
/// <param name="region">Region of the API.</param>
/// <param name="service">Service name of the signature, such as <c>logs</c>.</param>
internal sealed class RequestSigner(ImmutableCredentials credentials, string region, string service)
{
    /// <summary>Adds the headers <c>X-Amz-Date</c>, <c>X-Amz-Security-Token</c> and <c>Authorization</c> to a POST without query.</summary>
    public void Sign(HttpRequestMessage request, byte[] body, DateTime now)
    {
        request.Headers.Add("X-Amz-Date", now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        if (credentials.UseToken)
            request.Headers.Add("X-Amz-Security-Token", credentials.Token);

        // LINQ over value types would do the same and make the program 0.2 MB larger.
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = request.RequestUri!.Authority };
        foreach (var header in request.Headers.NonValidated)
            headers.Add(header.Key.ToLowerInvariant(), header.Value.ToString());
        foreach (var header in request.Content!.Headers.NonValidated)
            headers.Add(header.Key.ToLowerInvariant(), header.Value.ToString());
        var signedHeaders = string.Join(';', headers.Keys);
        var canonicalHeaders = new StringBuilder();
        foreach (var (name, value) in headers)
            canonicalHeaders.Append(CultureInfo.InvariantCulture, $"{name}:{value}\n");
        var canonicalRequest = $"POST\n{request.RequestUri.AbsolutePath}\n\n{canonicalHeaders}\n{signedHeaders}\n{Convert.ToHexStringLower(SHA256.HashData(body))}";

        var signature = AWS4Signer.ComputeSignature(credentials, region, now, service, signedHeaders, canonicalRequest);
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
    }
}
