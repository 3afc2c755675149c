using System.Diagnostics;
using System.Text.Json;

namespace Macro.Core.Tests.StepFunctions.TraceContext;

/// <summary>Evaluates a field as Step Functions would, by the npm package jsonata in the version that AWS names.</summary>
internal static class StepFunctionsJsonata
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "jsonata");

    /// <summary>The field's value; throws where Step Functions would fail the state.</summary>
    /// <param name="field">The field with its marks.</param>
    /// <param name="input">The state's input, JSON.</param>
    /// <param name="executionInput">The execution's input, JSON.</param>
    /// <param name="variables">Variables of the workflow, a JSON object.</param>
    public static JsonElement Evaluate(string field, string input, string executionInput, string variables = "{}")
    {
        Directory.Exists(Path.Combine(Folder, "node_modules"))
            .ShouldBeTrue("The npm package jsonata is missing. Run: npm ci --prefix tests/jsonata");
        var states = $$$"""
            {"input":{{{input}}},"context":{"Execution":{"Id":"execution-1","Input":{{{executionInput}}},"Name":"e"},
              "State":{"Name":"A"},"StateMachine":{"Id":"m"} } }
            """;
        var answer = JsonDocument.Parse(Node($$"""{"field":{{JsonString(field)}},"states":{{states}},"variables":{{variables}}}"""))
            .RootElement;
        return answer.TryGetProperty("error", out var error)
            ? throw new InvalidOperationException(error.GetString())
            : answer.GetProperty("value");
    }

    private static string Node(string input)
    {
        using var process = Process.Start(new ProcessStartInfo("node", "evaluate.mjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors);
        return output;
    }

    private static string JsonString(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Macro.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
