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

        var headers = HeadersToSign(request);
        var signedHeaders = string.Join(';', headers.Keys);
        var canonical = new StringBuilder()
            .Append(request.Method.Method).Append('\n')
            .Append(CanonicalPath(request.RequestUri!)).Append('\n')
            .Append(CanonicalQuery(request.RequestUri!)).Append('\n');
        foreach (var (name, value) in headers) canonical.Append(name).Append(':').Append(value).Append('\n');
        canonical.Append('\n').Append(signedHeaders).Append('\n').Append(Convert.ToHexStringLower(SHA256.HashData(body)));

        var signature = AWS4Signer.ComputeSignature(
            credentials, endpoint.Region, now, endpoint.Service.Id, signedHeaders, canonical.ToString());
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
    }

    private static SortedDictionary<string, string> HeadersToSign(HttpRequestMessage request)
    {
        // LINQ over value types would do the same and make the program 0.2 MB larger.
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = request.RequestUri!.Authority };
        foreach (var header in request.Headers.NonValidated) headers.Add(header.Key.ToLowerInvariant(), header.Value.ToString());
        if (request.Content is null) return headers;
        foreach (var header in request.Content.Headers.NonValidated) headers.Add(header.Key.ToLowerInvariant(), header.Value.ToString());
        return headers;
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
        Array.Sort(parameters, CompareParameters);
        return string.Join('&', parameters);
    }

    // An equals sign must sort before all characters of names, so that "a=2" precedes "a-b=1".
    private static int CompareParameters(string left, string right) =>
        string.CompareOrdinal(left.Replace('=', '\0'), right.Replace('=', '\0'));
}
