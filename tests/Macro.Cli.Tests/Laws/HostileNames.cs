using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Macro.Cli.Tests.Laws;

/// <summary>A template whose names attack the terminal, the build server or the page that shows them.</summary>
/// <param name="Function">Logical id of a function without a handler, which gets a warning.</param>
/// <param name="Machine">Logical id of a state machine.</param>
/// <param name="Name">Name of a state, a variable, a tag, a type and a property.</param>
/// <param name="Setting">Name of an unknown parameter of the macro, which rejects the template; null for none.</param>
/// <param name="IsJson">Whether the template is JSON; otherwise it is YAML.</param>
internal sealed record HostileNames(string Function, string Machine, string Name, string? Setting, bool IsJson)
{
    private static readonly string[] Pieces =
    [
        "\n::error ::x", "\r\n::set-env name=a::b", "::error ::", " ::warning::x", "\u3000::error::x", ":", "##vso[task.x]y", "##[error]z",
        "#",
        "\u001b]0;title\u0007", "\u001b[31m", "\u009b31m", "\u202e", "\u2066", "\u200b", "\u200d", "\u00ad", "\ufeff", "\u2028", "\u0085",
        "\u061c", "\ud800", "\udc00", "\ufff9", "\U000E0041", "\u3164", "\b", "\t", "\0", "\u007f",
        "@octocat", "#123", "GH-1", "https://attack.example/", "www.attack.example", "<img src=x onerror=alert(1)>",
        "![a](http://b.example)",
        "[a](javascript:c)", "`", "``", "```\n", "~~~", "</details>", "</code>", "<!--", "|", "&amp;", "*", "_", "\\", "\"", "'", "\\u202e",
        "a.b", "[0]", "[bold]", "[/]", "{0}", "%0A", "$(x)", "-", "--set", "é", "名", "😀", " ", "F",
    ];

    /// <summary>A name of one to three pieces.</summary>
    public static Gen<string> Names =>
        Gen.Choose(1, 3).SelectMany(count => Gen.ListOf(Gen.Elements(Pieces), count)).Select(string.Concat);

    public static Gen<HostileNames> Cases =>
        from function in Names
        from machine in Names
        from name in Names
        from setting in Gen.Frequency((1, Names.Select(text => (string?)text)), (2, Gen.Constant((string?)null)))
        from isJson in Gen.Elements(true, false)
        let second = function == machine ? machine + "2" : machine
        select new HostileNames(function, second, name, setting, isJson || HasHalves(function, second, name, setting, function + second));

    /// <summary>The template, with the function's name on its own line, <see cref="FunctionLine"/>.</summary>
    public string Text
    {
        get
        {
            var setting = Setting is null ? "" : $", {Quote(Setting)}: 1";
            var name = Quote(Name);
            var text = $$$"""
                {"Transform": {"Name": "DatadogServerless", "Parameters": {"pythonLayerVersion": 1, "tags": "a:b"{{{setting}}} } },
                "Resources": {
                {{{Quote(Function)}}}: {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "python3.13", {{{name}}}: {{{name}}},
                  "Tags": [{"Key": {{{name}}}, "Value": {{{name}}}}], "Environment": {"Variables": { {{{name}}}: {{{name}}} } } } },
                {{{Quote(Machine)}}}: {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"RoleArn": {{{name}}}, "Definition": {
                  "StartAt": {{{name}}}, "States": { {{{name}}}: {
                    "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true} } } } },
                {{{Quote(Function + Machine + "3")}}}: {"Type": {{{name}}}, "Properties": {} }
                } }
                """;
            return IsJson ? text : "# YAML\n" + text;
        }
    }

    /// <summary>The line of the function in <see cref="Text"/>.</summary>
    public int FunctionLine => IsJson ? 3 : 4;

    /// <summary>Whether one of the texts has half of a surrogate pair.</summary>
    public static bool HasHalves(params string?[] texts) => texts.Any(text => text is not null && WithoutHalves(text) != text);

    /// <summary>The text as it comes from a file or a command line, which cannot have half of a surrogate pair.</summary>
    public static string WithoutHalves(string text) => string.Concat(text.EnumerateRunes());

    public override string ToString() => $"{Text}\n{Quote(Function)} {Quote(Machine)} {Quote(Name)}";

    /// <summary>A string that means the same in JSON and, without halves of surrogate pairs, in YAML.</summary>
    private string Quote(string text) => Quote(text, IsJson);

    /// <summary>A JSON string, or one of YAML with escapes for whole characters.</summary>
    public static string Quote(string text, bool isJson)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and <= '~' and not ('"' or '\\'))
            {
                quoted.Append(text[i]);
            }
            else if (!isJson && char.IsSurrogatePair(text, i))
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(text, i++):x8}");
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            }
        }
        return quoted.Append('"').ToString();
    }
}
