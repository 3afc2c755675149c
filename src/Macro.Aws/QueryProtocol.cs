using System.Text;
using System.Xml;

namespace Macro.Aws;

/// <summary>The AWS query protocol of IAM and STS: form parameters in, XML out.</summary>
/// <remarks>Source: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html</remarks>
public static class QueryProtocol
{
    /// <summary>Creates a request.</summary>
    internal static AwsRequest Create(
        AwsOperation operation, string name, string version, params IReadOnlyList<(string Name, string Value)> parameters)
    {
        var body = new StringBuilder($"Action={name}&Version={version}");
        foreach (var (key, value) in parameters) body.Append('&').Append(key).Append('=').Append(Uri.EscapeDataString(value));
        return new AwsRequest(operation, HttpMethod.Post, "/")
        {
            Body = Encoding.UTF8.GetBytes(body.ToString()),
            ContentType = "application/x-www-form-urlencoded; charset=utf-8",
        };
    }

    /// <summary>Reads an error; for <see cref="AwsClient.ReadError"/>.</summary>
    /// <param name="response">The response.</param>
    /// <param name="body">The body of the response; it need not be valid XML.</param>
    public static AwsErrorResponse ReadError(HttpResponseMessage response, byte[] body) =>
        new(Find(body, "Code"), Find(body, "Message"));

    /// <summary>The text of the first element of a name; null when there is none.</summary>
    internal static string? Find(byte[] body, string element)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element) return reader.ReadElementContentAsString();
            }
        }
        catch (XmlException)
        {
            // A proxy's error page need not be XML.
        }
        return null;
    }
}
