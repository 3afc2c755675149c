using System.Diagnostics;
using System.Text.Json;

namespace Macro.Core.Tests.StepFunctions.TraceContext;

/// <summary>
/// Evaluates fields as Step Functions would, by the npm package jsonata in the version that AWS names. One Node.js process serves all
/// tests; it ends with this process, which closes its standard input.
/// </summary>
internal static class StepFunctionsJsonata
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "jsonata");
    private static readonly Lazy<Process> Node = new(Start);

    /// <summary>The field's value; throws where Step Functions would fail the state.</summary>
    /// <param name="field">The field with its marks.</param>
    /// <param name="input">The state's input, JSON.</param>
    /// <param name="executionInput">The execution's input, JSON.</param>
    /// <param name="variables">Variables of the workflow, a JSON object.</param>
    public static JsonElement Evaluate(string field, string input, string executionInput, string variables = "{}")
    {
        var states = $$$"""
            {"input":{{{input}}},"context":{"Execution":{"Id":"execution-1","Input":{{{executionInput}}},"Name":"e"},
              "State":{"Name":"A"},"StateMachine":{"Id":"m"} } }
            """;
        return EvaluateOrNull(field, states, variables) ?? throw new InvalidOperationException("The field has no value.");
    }

    /// <summary>The field's value; null when it has none, throws where Step Functions would fail the state.</summary>
    /// <param name="field">The field with its marks.</param>
    /// <param name="states">The variable <c>$states</c>, JSON.</param>
    /// <param name="variables">Other variables, a JSON object.</param>
    public static JsonElement? EvaluateOrNull(string field, string states, string variables = "{}")
    {
        var request = $$"""{"field":{{JsonString(field)}},"states":{{states.ReplaceLineEndings("")}},"variables":{{variables}}}""";
        var answer = JsonDocument.Parse(Ask(request), new() { MaxDepth = 1000 }).RootElement;
        if (answer.TryGetProperty("error", out var error)) throw new InvalidOperationException(error.GetString());
        return answer.TryGetProperty("value", out var value) ? value : null;
    }

    private static string Ask(string request)
    {
        lock (Folder)
        {
            Node.Value.StandardInput.WriteLine(request);
            return Node.Value.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Node.js has ended.");
        }
    }

    private static Process Start()
    {
        Directory.Exists(Path.Combine(Folder, "node_modules"))
            .ShouldBeTrue("The npm package jsonata is missing. Run: npm ci --prefix tests/jsonata");
        var process = Process.Start(new ProcessStartInfo("node", "evaluate.mjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        process.StandardInput.AutoFlush = true;
        return process;
    }

    private static string JsonString(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Macro.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
