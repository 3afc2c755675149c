using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Writes a value of the template on one line as people read it, intrinsic functions in their short form.</summary>
internal static class ValueText
{
    public static string Of(Node node) => node switch
    {
        ScalarNode scalar => scalar.Spelling ?? "null",
        ArrayNode list => $"[{string.Join(", ", list.Select(Of))}]",
        ObjectNode { SingleMember: { } call } when Intrinsic.Is(node) => $"!{ShortName(call.Key)} {Argument(call)}",
        ObjectNode members => $"{{{string.Join(", ", members.Select(member => $"{member.Key}: {Of(member.Value)}"))}}}",
        _ => "",
    };

    /// <summary>The value on one line; null for none.</summary>
    public static string? OfOptional(Node? node) => node is null ? null : Of(node);

    private static string ShortName(string function) => function.StartsWith("Fn::", StringComparison.Ordinal) ? function[4..] : function;

    private static string Argument(KeyValuePair<string, Node> call) =>
        call is { Key: "Fn::GetAtt", Value: ArrayNode path } ? string.Join('.', path.Select(Of)) : Of(call.Value);
}
