using System.Buffers;

namespace Macro.CloudFormation.Identifiers;

/// <summary>An Amazon Resource Name in its parts.</summary>
/// <param name="Partition">Such as <c>aws</c>.</param>
/// <param name="Service">Such as <c>lambda</c>.</param>
/// <param name="Region">Such as <c>us-east-1</c>; empty for global resources and for service integrations of Step Functions.</param>
/// <param name="AccountId">Twelve digits; empty where <paramref name="Region"/> may be empty.</param>
/// <param name="Resource">The rest, such as <c>function:name</c>; it may contain colons.</param>
/// <remarks>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html</remarks>
public readonly record struct Arn(string Partition, string Service, string Region, string AccountId, string Resource)
{
    private const int AccountIdLength = 12;
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_$");

    /// <summary>
    /// Whether this is the complete ARN of a Lambda function, with or without a version or alias: no part is empty or contains characters
    /// that AWS does not allow.
    /// </summary>
    public bool IsFunction => Partition.StartsWith("aws", StringComparison.Ordinal) && Service == "lambda"
        && Region.Length > 0 && IsName(Region) && AccountId.Length == AccountIdLength && AccountId.All(char.IsAsciiDigit)
        && Resource.Split(':') is ["function", { Length: > 0 } name, .. { Length: <= 1 } qualifier] && IsName(name)
        && (qualifier is [] || qualifier[0].Length > 0 && IsName(qualifier[0]));

    /// <summary>The ARN of a function without its version or alias.</summary>
    public Arn Unqualified => Resource.Split(':') is [var kind, var name, ..] ? this with { Resource = $"{kind}:{name}" } : this;

    /// <summary>Reads an ARN; null when the text is not one.</summary>
    public static Arn? Parse(string text) =>
        text.Split(':', 6) is ["arn", { Length: > 0 } partition, var service, var region, var account, var resource]
            ? new Arn(partition, service, region, account, resource)
            : null;

    /// <summary>The ARN as text.</summary>
    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{AccountId}:{Resource}";

    /// <summary>Whether a text has only characters that names of functions, versions and aliases may have.</summary>
    public static bool IsName(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(NameCharacters);
}
