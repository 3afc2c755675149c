using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Projects;

/// <summary>A CDK application: its author adds a few lines of code to each stack.</summary>
internal static class CdkProject
{
    private const string Script = "this.addTransform(\"DatadogServerless\");\n"
        + "new CfnMapping(this, \"Datadog\", { mapping: { Parameters: {\n";

    /// <summary>Plans the advice for the application's language.</summary>
    /// <param name="folder">The folder of <c>cdk.json</c>.</param>
    /// <param name="bytes">The content of <c>cdk.json</c>.</param>
    /// <param name="settings">The parameters.</param>
    public static ProjectPlan Plan(string folder, ReadOnlyMemory<byte> bytes, ProjectSettings settings) => new("CDK application", null)
    {
        Advice = Advice(Language(folder, bytes), settings),
        Next = ["npx cdk synth STACK > template.yaml", "macro diff template.yaml", "npx cdk deploy STACK"],
    };

    /// <summary>The language, by the command that runs the application, or else by the files beside it.</summary>
    private static string Language(string folder, ReadOnlyMemory<byte> bytes)
    {
        var app = App(bytes);
        if (app.Contains("python", StringComparison.Ordinal) || app.Contains(".py", StringComparison.Ordinal)) return "Python";
        if (app.Contains("dotnet", StringComparison.Ordinal)) return "C#";
        if (app.Contains("mvn", StringComparison.Ordinal) || app.Contains("gradle", StringComparison.Ordinal)) return "Java";
        if (app.StartsWith("go ", StringComparison.Ordinal) || app.Contains("go run", StringComparison.Ordinal)) return "Go";
        if (File.Exists(Path.Join(folder, "tsconfig.json")) || app.Contains("ts-node", StringComparison.Ordinal)) return "TypeScript";
        return "JavaScript";
    }

    /// <summary>The command that runs the application; empty when there is none, or it is not valid Unicode.</summary>
    private static string App(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            using var document = JsonDocument.Parse(bytes, options with { MaxDepth = FileLimits.MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("app", out var app)
                ? app.ToString() : "";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static string Advice(string language, ProjectSettings settings)
    {
        var code = CodeOf(language);
        var text = new StringBuilder($"Add to the constructor of each stack ({language}):\n\n").Append(code.Head);
        foreach (var (name, value) in settings.Values)
        {
            text.Append(code.Setting.Replace("{0}", Quote(name), StringComparison.Ordinal)
                .Replace("{1}", Quote(value), StringComparison.Ordinal));
        }
        return text.Append(code.End).ToString();
    }

    /// <summary>Code that lists the macro: the lines before the settings, the line of a setting, and the lines after them.</summary>
    private static (string Head, string Setting, string End) CodeOf(string language) => language switch
    {
        "Python" => (
            "from aws_cdk import CfnMapping\n\nself.add_transform(\"DatadogServerless\")\n"
            + "CfnMapping(self, \"Datadog\", mapping={\"Parameters\": {\n",
            "    {0}: {1},\n", "}})\n"),
        "C#" => (
            "using Amazon.CDK;\n\nAddTransform(\"DatadogServerless\");\nvar datadog = new CfnMapping(this, \"Datadog\");\n",
            "datadog.SetValue(\"Parameters\", {0}, {1});\n", ""),
        "Java" => (
            "import software.amazon.awscdk.CfnMapping;\n\naddTransform(\"DatadogServerless\");\n"
            + "var datadog = CfnMapping.Builder.create(this, \"Datadog\").build();\n",
            "datadog.setValue(\"Parameters\", {0}, {1});\n", ""),
        "Go" => (
            "import (\n\t\"github.com/aws/aws-cdk-go/awscdk/v2\"\n\t\"github.com/aws/jsii-runtime-go\"\n)\n\n"
            + "stack.AddTransform(jsii.String(\"DatadogServerless\"))\n"
            + "datadog := awscdk.NewCfnMapping(stack, jsii.String(\"Datadog\"), &awscdk.CfnMappingProps{})\n",
            "datadog.SetValue(jsii.String(\"Parameters\"), jsii.String({0}), {1})\n", ""),
        "TypeScript" => ($"import {{ CfnMapping }} from \"aws-cdk-lib\";\n\n{Script}", "  {0}: {1},\n", "} } });\n"),
        _ => ($"const {{ CfnMapping }} = require(\"aws-cdk-lib\");\n\n{Script}", "  {0}: {1},\n", "} } });\n"),
    };

    /// <summary>A text in double quotes, with the escapes that all these languages share.</summary>
    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
