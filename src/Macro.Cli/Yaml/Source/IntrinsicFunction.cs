namespace Macro.Cli.Yaml.Source;

/// <summary>The names of intrinsic functions in short form (<c>!Sub</c>) and in full (<c>Fn::Sub</c>).</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html</remarks>
internal static class IntrinsicFunction
{
    /// <summary>The only function whose short form splits its text.</summary>
    public const string GetAtt = "Fn::GetAtt";

    /// <summary>The full name of a tag's function. Functions that do not exist are left for CloudFormation to reject.</summary>
    public static string FromTag(string tag) => tag switch
    {
        "!Ref" or "!Condition" => tag[1..],
        _ => string.Concat("Fn::", tag.AsSpan(1)),
    };

    /// <summary>The tag that AWS documents for a function; null where only the full name is documented, as for <c>Fn::Length</c>.</summary>
    public static string? TagOf(string function) => function switch
    {
        "Ref" or "Condition" => "!" + function,
        GetAtt or "Fn::And" or "Fn::Base64" or "Fn::Cidr" or "Fn::Equals" or "Fn::FindInMap" or "Fn::GetAZs" or "Fn::If"
            or "Fn::ImportValue" or "Fn::Join" or "Fn::Not" or "Fn::Or" or "Fn::Select" or "Fn::Split" or "Fn::Sub"
            or "Fn::Transform" => string.Concat("!", function.AsSpan("Fn::".Length)),
        _ => null,
    };

    /// <summary>Splits <c>resource.attribute</c> of <c>!GetAtt</c>. The attribute may have dots, the logical id cannot.</summary>
    public static string[] SplitAttribute(string text) => text.Split('.', 2);
}
