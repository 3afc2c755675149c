using System.Text.Json;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.StepFunctions;

/// <summary>
/// Runs the transform on a template with one state machine, M, that has a role R and a log group G unless a test says otherwise.
/// </summary>
internal static class Workflow
{
    public const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:forwarder";
    public const string Parameters = $$"""{"stepFunctionForwarderArn":"{{Forwarder}}"}""";
    public const string Role = """{"Type":"AWS::IAM::Role","Properties":{}}""";
    public const string Logging =
        """
        {"Level":"ALL","IncludeExecutionData":true,"Destinations":[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["G","Arn"]}}}]}
        """;
    public const string LogsAndRole = $$"""
        "LoggingConfiguration":{{Logging}},"RoleArn":{"Fn::GetAtt":["R","Arn"]}
        """;

    public const string Empty = """
        "Definition":{"States":{}}
        """;

    /// <summary>A state machine with these properties, and more resources beside G and R.</summary>
    public static MacroRun Run(
        string properties, string more = "", string parameters = Parameters, string attributes = "", string sections = "") => MacroRun.Of(
        $$$"""
        {"Resources":{"M":{"Type":"AWS::StepFunctions::StateMachine"{{{attributes}}},"Properties":{{{{properties}}}}},
        "G":{"Type":"AWS::Logs::LogGroup"},"R":{{{Role}}}{{{more}}}}{{{sections}}}}
        """, parameters);

    /// <summary>A SAM state machine, S, with these properties.</summary>
    public static MacroRun RunSam(string properties) =>
        MacroRun.Of($$$"""{"Resources":{"S":{"Type":"AWS::Serverless::StateMachine","Properties":{{{{properties}}}} } } }""", Parameters);

    /// <summary>A definition of these states, as an object.</summary>
    public static MacroRun RunStates(string states, bool isJsonata = false, string more = "", string properties = "") => Run(
        $$$"""
        {{{LogsAndRole}}}{{{properties}}},
          "Definition":{{{{(isJsonata ? "\"QueryLanguage\":\"JSONata\"," : "")}}}"StartAt":"A","States":{{{{states}}}}}
        """, more);

    /// <summary>A definition of one task, A.</summary>
    public static MacroRun RunTask(string resource, string fields, bool isJsonata = false, string more = "") => RunStates(
        $$"""
        "A":{"Type":"Task","Resource":{{resource}}{{(fields.Length > 0 ? "," + fields : "")}},"End":true}
        """, isJsonata, more);

    /// <summary>A state, by the path of names to it.</summary>
    public static JsonElement State(this MacroRun run, params string[] path) =>
        Go(run.Properties("M").GetProperty("Definition"), ["States", .. path]);

    /// <summary>Text of a field of state A; null when it has none.</summary>
    public static string? Field(this MacroRun run, string name) =>
        run.State("A").TryGetProperty(name, out var value) ? value.GetRawText() : null;

    private static JsonElement Go(JsonElement from, string[] path)
    {
        foreach (var name in path) from = int.TryParse(name, out var index) ? from[index] : from.GetProperty(name);
        return from;
    }
}
