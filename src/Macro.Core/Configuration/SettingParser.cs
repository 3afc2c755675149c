using System.Globalization;
using System.Text.Json;
using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Configuration;

/// <summary>Reads the value of one parameter and reports what is wrong with it.</summary>
internal sealed class SettingParser(Evaluator evaluator, DiagnosticBag diagnostics)
{
    /// <summary>The maximum length of a value. It is bounded because the value is copied to every function.</summary>
    private const int MaxLength = 4096;

    /// <summary>The maximum length of a list, which may contain the name of every function of a stack.</summary>
    private const int MaxListLength = 65_536;

    /// <summary>Reads a value.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="raw">Its value in the source.</param>
    /// <param name="target">The target of diagnostics on the value.</param>
    public Setting Parse(Parameter parameter, Node raw, DiagnosticTarget target)
    {
        if (evaluator.Evaluate(raw) is not { } value) return ParseExpression(parameter, raw, target);
        if (value is ScalarNode { Kind: JsonTokenType.Null } || Intrinsic.IsNoValue(value)) return new Setting(parameter) { Text = "" };
        if (value is ScalarNode { Spelling.Length: var length } && length > MaxLengthOf(parameter)) return TooLong(parameter, target);
        if (parameter.Type == ParameterType.List && value is ArrayNode list && list.All(item => item is ScalarNode || Intrinsic.Is(item)))
            return ParseItems(parameter, list, target);
        if (parameter.Type == ParameterType.Items && value is ArrayNode nodes && nodes.All(IsItem))
            return new Setting(parameter) { Nodes = ReadNodes(nodes) };
        return ParseScalar(parameter, (value as ScalarNode)?.Spelling) ?? Invalid(parameter, KindOf(value), target);
    }

    private static bool IsItem(Node item) => item is ObjectNode || item.Text is not null;

    private static int MaxLengthOf(Parameter parameter) =>
        parameter.Type is ParameterType.List or ParameterType.Items ? MaxListLength : MaxLength;

    /// <summary>Parses a scalar; null if the parameter does not accept it.</summary>
    private static Setting? ParseScalar(Parameter parameter, string? text) => (parameter.Type, text) switch
    {
        (_, null) => null,
        (ParameterType.List, _) => new Setting(parameter) { Text = text, Items = Split(text) },
        (ParameterType.Items, not "") =>
            new Setting(parameter) { Text = text, Nodes = [.. Split(text).Select(item => new ScalarNode(item))] },
        (_, "") => new Setting(parameter) { Text = "" },
        (ParameterType.Flag, _) => bool.TryParse(text, out var flag) ? new Setting(parameter) { Text = flag ? "true" : "false" } : null,
        (ParameterType.Number, _) => ParseNumber(parameter, text),
        (ParameterType.Choice, _) => ParseChoice(parameter, text),
        _ => new Setting(parameter) { Text = text },
    };

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Setting? ParseNumber(Parameter parameter, string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var decimalText = number.ToString(CultureInfo.InvariantCulture);
        var isAccepted = parameter.Choices.Length == 0 ? number >= parameter.Minimum : parameter.Choices.Contains(decimalText);
        return isAccepted ? new Setting(parameter) { Text = decimalText } : null;
    }

    /// <summary>
    /// Parses a choice in any case. YAML reads <c>on</c> and <c>off</c> as booleans, so a boolean is accepted as one of these words.
    /// </summary>
    private static Setting? ParseChoice(Parameter parameter, string text)
    {
        var word = bool.TryParse(text, out var flag) ? (flag ? "on" : "off") : text;
        foreach (var choice in parameter.Choices)
        {
            if (choice.Equals(word, StringComparison.OrdinalIgnoreCase)) return new Setting(parameter) { Text = choice };
        }
        return null;
    }

    private static bool IsTooLong(IReadOnlyList<string> items)
    {
        var length = 0L;
        foreach (var item in items) length += item.Length + 1;
        return length > MaxListLength;
    }

    private Setting ParseItems(Parameter parameter, ArrayNode list, DiagnosticTarget target)
    {
        var items = evaluator.Texts(list);
        if (items is not null && IsTooLong(items)) return TooLong(parameter, target);
        if (items is not null) return new Setting(parameter) { Text = string.Join(',', items), Items = items };
        if (parameter.MustBeKnown) return Unknown(parameter, list.First(item => evaluator.Text(item) is null), target);
        return new Setting(parameter) { Expression = Intrinsic.MakeJoin(",", ReadWhole(list)) };
    }

    private List<Node> ReadNodes(ArrayNode list)
    {
        var nodes = new List<Node>();
        foreach (var item in list)
        {
            var value = evaluator.Evaluate(item) ?? item;
            if (!Intrinsic.IsNoValue(value)) nodes.Add(ReadWhole(value));
        }
        return nodes;
    }

    private Setting ParseExpression(Parameter parameter, Node expression, DiagnosticTarget target) => parameter.MustBeKnown
        ? Unknown(parameter, expression, target)
        : new Setting(parameter) { Expression = ReadWhole(expression) };

    /// <summary>
    /// Reads every member of an expression, to report a duplicate key now. Otherwise the expression would become part of the
    /// template, and only the next run would find the duplicate key.
    /// </summary>
    /// <exception cref="DuplicateKeyException">An object in the expression has a key twice.</exception>
    private static Node ReadWhole(Node expression)
    {
        _ = Intrinsic.Mentions(expression, _ => false);
        return expression;
    }

    private Setting Unknown(Parameter parameter, Node expression, DiagnosticTarget target)
    {
        diagnostics.Add(ParameterDiagnostics.UnknownValue.For(target, parameter.Name, Intrinsic.Name(expression) ?? "a list"));
        return new Setting(parameter) { IsInvalid = true };
    }

    private Setting TooLong(Parameter parameter, DiagnosticTarget target) =>
        Invalid(parameter, $"longer than {MaxLengthOf(parameter)} characters", target);

    private Setting Invalid(Parameter parameter, string value, DiagnosticTarget target)
    {
        diagnostics.Add(ParameterDiagnostics.WrongValue.For(target, parameter.Name, value, parameter.Accepts));
        return new Setting(parameter) { IsInvalid = true };
    }

    private static string KindOf(Node value) => value switch
    {
        ObjectNode => "an object",
        ArrayNode => "an array",
        ScalarNode { Kind: JsonTokenType.Number } => "a number",
        ScalarNode { Kind: JsonTokenType.True or JsonTokenType.False } => "a boolean",
        _ => "a string",
    };
}
