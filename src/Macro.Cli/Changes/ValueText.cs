using Macro.CloudFormation.Intrinsics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Formats a template value on one line: intrinsic functions in their short form, secrets masked.</summary>
internal static class ValueText
{
    /// <summary>Replaces a secret value.</summary>
    public const string Mask = "********";

    public static string Of(Node node, Secrets secrets) => node switch
    {
        ScalarNode scalar => scalar.Spelling is not { } text ? "null" : secrets.AreIn(text) ? Mask : text,
        ArrayNode list => $"[{string.Join(", ", list.Select(item => Of(item, secrets)))}]",
        ObjectNode { SingleMember: { } call } when Intrinsic.Is(node) => $"!{ShortName(call.Key)} {Argument(call, secrets)}",
        ObjectNode members => $"{{{string.Join(", ", members.Select(member => Member(member, secrets)))}}}",
        _ => "",
    };

    private static string Member(KeyValuePair<string, Node> member, Secrets secrets) =>
        $"{Name(member.Key, secrets)}: {Of(member.Value, secrets)}";

    private static string Name(string name, Secrets secrets) => secrets.AreIn(name) ? Mask : name;

    private static string ShortName(string function) => function.StartsWith("Fn::", StringComparison.Ordinal) ? function[4..] : function;

    private static string Argument(KeyValuePair<string, Node> call, Secrets secrets) => call is { Key: "Fn::GetAtt", Value: ArrayNode path }
        ? string.Join('.', path.Select(part => Of(part, secrets)))
        : Of(call.Value, secrets);
}
