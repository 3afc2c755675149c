using System.Security.Cryptography;
using Macro.Core.Configuration;

namespace Macro.Cli.Installation;

/// <summary>The macro's code, to be uploaded to a bucket.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Content">The deployment package.</param>
internal sealed record CodeUpload(string Bucket, byte[] Content)
{
    private const int HashCharacters = 12;

    /// <summary>
    /// A key with version and hash: other code has another key, since CloudFormation ignores new code under an unchanged one.
    /// </summary>
    public string Key { get; } =
        $"datadog-macro/{MacroVersion.Text.Replace('+', '-')}-{Convert.ToHexStringLower(SHA256.HashData(Content))[..HashCharacters]}.zip";
}
