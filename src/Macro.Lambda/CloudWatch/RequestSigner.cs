using System.Globalization;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace Macro.Lambda.CloudWatch;

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

        var headers = request.Headers.NonValidated.Concat(request.Content!.Headers.NonValidated)
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.ToString()))
            .Append((Name: "host", Value: request.RequestUri!.Authority))
            .OrderBy(header => header.Name, StringComparer.Ordinal).ToList();
        var signedHeaders = string.Join(';', headers.Select(header => header.Name));
        var canonicalRequest = $"POST\n{request.RequestUri.AbsolutePath}\n\n"
            + $"{string.Concat(headers.Select(header => $"{header.Name}:{header.Value}\n"))}\n{signedHeaders}\n{Convert.ToHexStringLower(SHA256.HashData(body))}";

        var signature = AWS4Signer.ComputeSignature(credentials, region, now, service, signedHeaders, canonicalRequest);
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
    }
}
