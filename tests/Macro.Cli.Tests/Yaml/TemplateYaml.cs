using System.Text;
using System.Text.Json;
using Macro.Cli.Templates.Reading;
using Macro.Cli.Yaml;
using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Tests.Yaml;

/// <summary>Helper methods for the tests in this folder.</summary>
internal static class TemplateYaml
{
    public static YamlTemplate Read(string text) => CloudFormationYaml.Read(text, "template.yaml");

    public static string JsonOf(string text) => Encoding.UTF8.GetString(Read(text).Json.Span);

    public static string Write(string source, string json) => CloudFormationYaml.Write(Read(source), Encoding.UTF8.GetBytes(json));

    public static string Write(string json) => CloudFormationYaml.Write(Encoding.UTF8.GetBytes(json));

    /// <summary>Writes, checks that the text reads back as the same JSON, and returns the text.</summary>
    public static string WriteChecked(string source, string json)
    {
        var text = Write(source, json);
        JsonOf(text).ShouldBe(Canonical(json), text);
        return text;
    }

    public static string Canonical(string json)
    {
        using var document = CanonicalJson.Parse(Encoding.UTF8.GetBytes(json));
        return document.RootElement.GetRawText();
    }

    public static TemplateFileException Failure(string text) => Should.Throw<TemplateFileException>(() => Read(text));

    /// <summary>The string as a JSON literal.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
