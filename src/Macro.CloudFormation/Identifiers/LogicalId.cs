using System.Security.Cryptography;
using System.Text;

namespace Macro.CloudFormation.Identifiers;

/// <summary>Creates logical ids that are the same in every run.</summary>
public static class LogicalId
{
    private const int HashLength = 8;
    private const int LongHashLength = 20;

    /// <summary>Returns the wanted logical id if it is free; otherwise appends hashes until it is.</summary>
    /// <param name="wanted">The logical id.</param>
    /// <param name="isFree">Whether a logical id may be used.</param>
    public static string MakeUnique(string wanted, Func<string, bool> isFree)
    {
        var logicalId = wanted;
        while (!isFree(logicalId)) logicalId += Hash(logicalId);
        return logicalId;
    }

    /// <summary>Returns eight hexadecimal digits that represent a text in a logical id, which allows only letters and digits.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html</remarks>
    public static string Hash(string text) => Hash(text, HashLength);

    /// <summary>Like <see cref="Hash(string)"/>, with 20 digits: for texts that anybody may choose, so that no two have the same.</summary>
    public static string LongHash(string text) => Hash(text, LongHashLength);

    private static string Hash(string text, int length) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
