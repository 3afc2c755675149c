using System.Security.Cryptography;
using System.Text;

namespace Macro.CloudFormation.Identifiers;

/// <summary>Creates logical ids that are the same in every run.</summary>
public static class LogicalId
{
    /// <summary>The maximum length of a logical id.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
    public const int MaxLength = 255;

    private const int HashLength = 8;
    private const int LongHashLength = 20;

    /// <summary>
    /// Returns the wanted logical id if it is free; otherwise appends hashes until it is. An id that is too long is shortened.
    /// </summary>
    /// <param name="wanted">The logical id.</param>
    /// <param name="isFree">Whether a logical id may be used.</param>
    public static string MakeUnique(string wanted, Func<string, bool> isFree)
    {
        var logicalId = Shorten(wanted, MaxLength);
        while (!isFree(logicalId)) logicalId = Shorten(logicalId + Hash(logicalId), MaxLength);
        return logicalId;
    }

    /// <summary>Replaces the end of a name that is too long by a hash of the whole name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="maxLength">The maximum length, in UTF-16 code units; at least nine.</param>
    public static string Shorten(string name, int maxLength)
    {
        if (name.Length <= maxLength) return name;
        var kept = maxLength - HashLength;
        return name[..(char.IsHighSurrogate(name[kept - 1]) ? kept - 1 : kept)] + Hash(name);
    }

    /// <summary>Returns eight hexadecimal digits that represent a text in a logical id, which allows only letters and digits.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html</remarks>
    public static string Hash(string text) => Hash(text, HashLength);

    /// <summary>Like <see cref="Hash(string)"/>, with 20 digits: for texts that anybody may choose, so that no two have the same.</summary>
    public static string LongHash(string text) => Hash(text, LongHashLength);

    private static string Hash(string text, int length) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
