using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Macro.Aws.Tests.Fakes;

/// <summary>Computes a Signature Version 4 as AWS does when it verifies one: from the request alone, without the code under test.</summary>
internal static class SignatureV4
{
    /// <summary>The credentials of AWS's examples.</summary>
    public const string KeyId = "AKIDEXAMPLE";

    /// <inheritdoc cref="KeyId"/>
    public const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /// <summary>Returns the value that the header <c>Authorization</c> must have.</summary>
    /// <param name="request">The method, the canonical path and the canonical query, such as <c>POST / </c>, separated by spaces.</param>
    /// <param name="headers">The headers to sign, by lower-case name.</param>
    /// <param name="body">The body.</param>
    /// <param name="scope">Region and service, such as <c>us-east-1/logs</c>.</param>
    public static string Authorization(string request, IReadOnlyDictionary<string, string> headers, byte[] body, string scope)
    {
        var names = headers.Keys.Order(StringComparer.Ordinal).ToList();
        var signedHeaders = string.Join(';', names);
        var canonicalHeaders = names.Select(name => $"{name}:{headers[name].Trim()}");
        var canonical = string.Join('\n', [.. request.Split(' '), .. canonicalHeaders, "", signedHeaders, Hex(SHA256.HashData(body))]);
        var (time, day) = (headers["x-amz-date"], headers["x-amz-date"][..8]);
        var fullScope = $"{day}/{scope}/aws4_request";
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{fullScope}\n{Hex(SHA256.HashData(Utf8(canonical)))}";
        var key = fullScope.Split('/').Aggregate(Utf8($"AWS4{Secret}"), (soFar, part) => HMACSHA256.HashData(soFar, Utf8(part)));
        var signature = Hex(HMACSHA256.HashData(key, Utf8(toSign)));
        return string.Create(CultureInfo.InvariantCulture,
            $"AWS4-HMAC-SHA256 Credential={KeyId}/{fullScope}, SignedHeaders={signedHeaders}, Signature={signature}");
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
