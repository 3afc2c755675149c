using System.Globalization;
using System.Text.Json;
using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Configuration;

/// <summary>Reads the value of one parameter; what is wrong with it becomes a diagnostic.</summary>
internal sealed class SettingParser(Evaluator evaluator, DiagnosticBag diagnostics)
{
    /// <summary>
    /// More characters than any value is good for, of which all functions of a stack get one; a list may name them all. Whatever is done with a
    /// parameter is so bounded.
    /// </summary>
    private const int MaxLength = 4096;
    private const int MaxListLength = 65_536;

    /// <summary>The setting that a value makes.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="raw">Its value in the source.</param>
    /// <param name="target">Where diagnostics on the value belong.</param>
    public Setting Parse(Parameter parameter, Node raw, DiagnosticTarget target)
    {
        var value = evaluator.Evaluate(raw);
        if (value is null) return Unknown(parameter, raw, target);
        if (value is ScalarNode { Spelling.Length: var length } && length > MaxLengthOf(parameter)) return Invalid(parameter, value, target, TooLong(parameter));
        if (value is ScalarNode { Kind: JsonTokenType.Null } || Intrinsic.IsNoValue(value)) return new Setting(parameter) { Text = "" };
        return parameter.Type switch
        {
            ParameterType.List => ParseList(parameter, value, target),
            _ when value is ScalarNode { Spelling: "" } => new Setting(parameter) { Text = "" },
            ParameterType.Flag => ParseBoolean(parameter, value, target),
            ParameterType.Number => ParseInteger(parameter, value, target),
            ParameterType.Choice => ParseChoice(parameter, value, target),
            _ => value is ScalarNode { Spelling: { } text } ? new Setting(parameter) { Text = text } : Invalid(parameter, value, target),
        };
    }

    private Setting ParseBoolean(Parameter parameter, Node value, DiagnosticTarget target) => bool.TryParse((value as ScalarNode)?.Spelling, out var truth)
        ? new Setting(parameter) { Text = truth ? "true" : "false" }
        : Invalid(parameter, value, target);

    private Setting ParseInteger(Parameter parameter, Node value, DiagnosticTarget target) =>
        value is ScalarNode { Spelling: { } text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && IsAccepted(parameter, number)
            ? new Setting(parameter) { Text = number.ToString(CultureInfo.InvariantCulture) }
            : Invalid(parameter, value, target);

    private static bool IsAccepted(Parameter parameter, int number) => parameter.Choices.Length == 0
        ? number >= parameter.Minimum
        : parameter.Choices.Contains(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>YAML reads the words <c>on</c> and <c>off</c> as booleans.</summary>
    private Setting ParseChoice(Parameter parameter, Node value, DiagnosticTarget target)
    {
        var word = (value as ScalarNode)?.Spelling switch { "true" => "on", "false" => "off", var spelling => spelling };
        return parameter.Choices.Contains(word) ? new Setting(parameter) { Text = word } : Invalid(parameter, value, target);
    }

    private Setting ParseList(Parameter parameter, Node value, DiagnosticTarget target)
    {
        if (value is ScalarNode { Spelling: { } text })
        {
            return new Setting(parameter)
            {
                Text = text,
                Items = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            };
        }
        if (value is not ArrayNode list || !list.All(item => item is ScalarNode || Intrinsic.Is(item))) return Invalid(parameter, value, target);
        var items = evaluator.Texts(list);
        if (items?.Sum(item => (long)item.Length + 1) > MaxListLength) return Invalid(parameter, value, target, TooLong(parameter));
        if (items is not null) return new Setting(parameter) { Text = string.Join(',', items), Items = items };
        if (parameter.MustBeKnown) return Unknown(parameter, list.First(item => evaluator.Text(item) is null), target);
        return new Setting(parameter) { Expression = Intrinsic.MakeJoin(",", ReadWhole(list)) };
    }

    private Setting Unknown(Parameter parameter, Node expression, DiagnosticTarget target)
    {
        if (!parameter.MustBeKnown) return new Setting(parameter) { Expression = ReadWhole(expression) };
        diagnostics.Add(ParameterDiagnostics.UnknownValue.For(target, parameter.Name, Intrinsic.Name(expression) ?? "a list"));
        return new Setting(parameter) { IsInvalid = true };
    }

    /// <summary>An expression travels into the template, which a later run reads, so a key that stands twice in it has to be found now.</summary>
    /// <exception cref="DuplicateKeyException">A key stands twice.</exception>
    private static Node ReadWhole(Node expression)
    {
        _ = Intrinsic.Mentions(expression, _ => false);
        return expression;
    }

    private Setting Invalid(Parameter parameter, Node value, DiagnosticTarget target, string? kind = null)
    {
        diagnostics.Add(ParameterDiagnostics.WrongValue.For(target, parameter.Name, kind ?? KindOf(value), parameter.Accepts));
        return new Setting(parameter) { IsInvalid = true };
    }

    private static int MaxLengthOf(Parameter parameter) => parameter.Type == ParameterType.List ? MaxListLength : MaxLength;

    private static string TooLong(Parameter parameter) => $"longer than {MaxLengthOf(parameter)} characters";

    private static string KindOf(Node value) => value switch
    {
        ObjectNode => "an object",
        ArrayNode => "an array",
        ScalarNode { Kind: JsonTokenType.Number } => "a number",
        ScalarNode { Kind: JsonTokenType.True or JsonTokenType.False } => "a boolean",
        _ => "a string",
    };
}
