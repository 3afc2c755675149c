using System.Text.RegularExpressions;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Core.Tests.StepFunctions.Definitions;

/// <summary>A way to write a text with holes, <c>&lt;A&gt;</c>, into a template, and what the deployment makes of it.</summary>
internal sealed partial record DefinitionForm(string Name, string? Function, Func<string, Node> Form)
{
    public static readonly DefinitionForm[] All =
    [
        new("substitutions", null, text => Filled(text, "${$1}")),
        new("Fn::Sub", "Fn::Sub", text => Intrinsic.MakeSub(Filled(Escaped(text), "${$1}"))),
        new("Fn::Sub of substitutions", "Fn::Sub", text => Intrinsic.MakeSub(Filled(Escaped(text), "${!$1}"))),
        new("Fn::Sub with names", "Fn::Sub", text => new ObjectNode
        {
            {
                "Fn::Sub",
                new ArrayNode { Filled(Escaped(text), "${ $1 }"), new ObjectNode { { "A", "aws" }, { "B", Intrinsic.MakeRef("B") } } }
            },
        }),
        new("Fn::Join", "Fn::Join", text => Join("", text)),
        new("Fn::Join of lines", "Fn::Join", text => Join("\n", text)),
        new("Fn::Join by a comma", "Fn::Join", text => Join(",", text)),
        new("Fn::Join by quotes", "Fn::Join", text => Join("\"", text)),
    ];

    public string Write(string text) => Form(text).ToString();

    /// <summary>The text when A is "aws", B "b" and N 30.</summary>
    public static string Resolve(Node definition) => Finished(definition switch
    {
        { Text: { } text } => text,
        ObjectNode { SingleMember: { Key: "Fn::Sub" } call } => NamePattern().Replace(
            call.Value.Text ?? ((ArrayNode)call.Value)[0].Text!,
            match => match.Value.StartsWith("${!", StringComparison.Ordinal) ? $"${{{match.Value[3..^1]}}}" : Value(match.Groups[1].Value)),
        ObjectNode { SingleMember: { Key: "Fn::Join", Value: ArrayNode call } } =>
            string.Join(call[0].Text, ((ArrayNode)call[1]).Select(item => item.Text ?? Value(Intrinsic.Argument(item, "Ref"u8)!.Text!))),
        _ => throw new ArgumentException(definition.ToString()),
    });

    /// <summary>
    /// The items are what stands between the separators, or between the holes; a hole that is not alone is a substitution.
    /// </summary>
    private static ObjectNode Join(string separator, string text)
    {
        var pieces = separator.Length > 0 ? text.Split(separator) : SplitPattern().Split(text).Where(piece => piece.Length > 0);
        return Intrinsic.MakeJoin(
            separator,
            pieces.Select(piece => piece is "<A>" or "<B>" or "<N>" ? Intrinsic.MakeRef(piece[1..^1]) : (Node)Filled(piece, "${$1}")));
    }

    private static string Value(string name) =>
        name switch { "A" => "aws", "B" => "b", "N" => "30", _ => throw new ArgumentException(name) };

    private static string Finished(string text) => FinishedPattern().Replace(text, match => Value(match.Groups[1].Value));

    private static string Filled(string text, string hole) => HolePattern().Replace(text, hole);

    private static string Escaped(string text) => text.Replace("${!x", "$ {x", StringComparison.Ordinal);

    [GeneratedRegex(@"<([ABN])>")]
    private static partial Regex HolePattern();

    [GeneratedRegex(@"(<[ABN]>)")]
    private static partial Regex SplitPattern();

    [GeneratedRegex(@"\$\{!?\s*(\w+)\s*\}")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\$\{([ABN])\}")]
    private static partial Regex FinishedPattern();
}
