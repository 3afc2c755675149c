using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>Computes a Signature Version 4 as AWS does when it checks one, from nothing but the request.</summary>
internal static class SignatureV4
{
    /// <summary>The value that the header <c>Authorization</c> must have.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path without query.</param>
    /// <param name="headers">Headers to sign, by lower-case name.</param>
    /// <param name="body">The body.</param>
    /// <param name="keyId">Access key id.</param>
    /// <param name="secret">Secret access key.</param>
    /// <param name="scope">Region and service, such as <c>us-east-1/logs</c>.</param>
    public static string Authorization(string method, string path, IReadOnlyDictionary<string, string> headers, byte[] body, string keyId, string secret, string scope)
    {
        var names = headers.Keys.Order(StringComparer.Ordinal).ToList();
        var signedHeaders = string.Join(';', names);
        var canonical = string.Join('\n', [method, path, "", .. names.Select(name => $"{name}:{headers[name].Trim()}"), "", signedHeaders, Hex(SHA256.HashData(body))]);
        var (time, day) = (headers["x-amz-date"], headers["x-amz-date"][..8]);
        var fullScope = $"{day}/{scope}/aws4_request";
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{fullScope}\n{Hex(SHA256.HashData(Utf8(canonical)))}";
        var key = fullScope.Split('/').Aggregate(Utf8($"AWS4{secret}"), (sofar, part) => HMACSHA256.HashData(sofar, Utf8(part)));
        return string.Create(CultureInfo.InvariantCulture,
            $"AWS4-HMAC-SHA256 Credential={keyId}/{fullScope}, SignedHeaders={signedHeaders}, Signature={Hex(HMACSHA256.HashData(key, Utf8(toSign)))}");
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
