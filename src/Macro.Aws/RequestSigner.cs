using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace Macro.Aws;

/// <summary>Signs requests with Signature Version 4.</summary>
/// <remarks>
/// AWSSDK.Core derives the key and computes the signature. The canonical request is built here, because AWSSDK.Core only builds it for its
/// own service clients. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </remarks>
/// <param name="endpoint">Service and region that the signature is for.</param>
internal sealed class RequestSigner(ServiceEndpoint endpoint)
{
    /// <summary>Adds the headers <c>X-Amz-Date</c>, <c>X-Amz-Security-Token</c> and <c>Authorization</c>.</summary>
    public void Sign(HttpRequestMessage request, byte[] body, ImmutableCredentials credentials, DateTime now)
    {
        request.Headers.Add("X-Amz-Date", now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        if (credentials.UseToken) request.Headers.Add("X-Amz-Security-Token", credentials.Token);

        var headers = CanonicalHeaders(request);
        var signedHeaders = string.Join(';', Array.ConvertAll(headers, header => header[..header.IndexOf(':')]));
        var canonical = new StringBuilder()
            .Append(request.Method.Method).Append('\n')
            .Append(CanonicalPath(request.RequestUri!)).Append('\n')
            .Append(CanonicalQuery(request.RequestUri!)).Append('\n');
        foreach (var header in headers) canonical.Append(header).Append('\n');
        canonical.Append('\n').Append(signedHeaders).Append('\n').Append(Convert.ToHexStringLower(SHA256.HashData(body)));

        var signature = AWS4Signer.ComputeSignature(
            credentials, endpoint.Region, now, endpoint.Service.Id, signedHeaders, canonical.ToString());
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
    }

    /// <summary>All headers as <c>name:value</c>, sorted by name.</summary>
    private static string[] CanonicalHeaders(HttpRequestMessage request)
    {
        // LINQ over value types would do the same and make the program 0.2 MB larger.
        var lines = new List<string> { $"host:{request.RequestUri!.Authority}" };
        foreach (var header in request.Headers.NonValidated) lines.Add($"{header.Key.ToLowerInvariant()}:{header.Value}");
        if (request.Content is not null)
        {
            foreach (var header in request.Content.Headers.NonValidated) lines.Add($"{header.Key.ToLowerInvariant()}:{header.Value}");
        }
        return Sort(lines.ToArray(), ':');
    }

    /// <summary>The path as it is sent, with each segment percent-encoded once more, as every service but S3 expects.</summary>
    private static string CanonicalPath(Uri url)
    {
        var segments = url.AbsolutePath.Split('/');
        for (var i = 0; i < segments.Length; i++) segments[i] = Uri.EscapeDataString(segments[i]);
        return string.Join('/', segments);
    }

    /// <summary>The parameters sorted by name, then by value; one without a value gets an empty one.</summary>
    private static string CanonicalQuery(Uri url)
    {
        if (url.Query.Length <= 1) return "";
        var parameters = url.Query[1..].Split('&');
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!parameters[i].Contains('=')) parameters[i] += '=';
        }
        return string.Join('&', Sort(parameters, '='));
    }

    /// <summary>Sorts by name, then by value. The separator must sort before all characters of names: "a=2" precedes "a-b=1".</summary>
    private static string[] Sort(string[] pairs, char separator)
    {
        Array.Sort(pairs, (left, right) => string.CompareOrdinal(left.Replace(separator, '\0'), right.Replace(separator, '\0')));
        return pairs;
    }
}
