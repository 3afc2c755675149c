using System.Text;

namespace Macro.Core.Tests.Hostile;

/// <summary>
/// Events made to take time, memory or stack. Each grows with a number, so that a test can tell whether the work grows faster than the
/// event.
/// </summary>
internal static class HostileEvents
{
    private const string Everything = """
        {"pythonLayerVersion":1,"enableXrayTracing":true,"forwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:f",
          "stepFunctionForwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:f","apiKeySecretArn":"s","tags":"a:b"}
        """;

    /// <summary>Every event by its name; the size is the one at which it is about 6 MB, or as large as it is made to be.</summary>
    public static readonly Dictionary<string, (int Size, Func<int, byte[]> Make)> All = new()
    {
        ["white space"] = (1_900_000, n => Event("{\"Resources\":{" + new string(' ', n) + "}}")),
        ["one string"] = (1_900_000, n => OfFunction("\"Description\":\"" + new string('x', n) + "\"")),
        ["one variable"] = (1_900_000, n => OfFunction("\"Environment\":{\"Variables\":{\"A\":\"" + new string('x', n) + "\"}}")),
        ["escapes"] = (300_000, n => OfFunction("\"Handler\":\"" + Repeat("\\u00e9", n) + "\"")),
        ["empty arrays"] = (600_000, n => OfFunction("\"Layers\":[" + Join(n, _ => "[]") + "]")),
        ["empty objects"] = (600_000, n => OfFunction("\"Tags\":[" + Join(n, _ => "{}") + "]")),
        ["arrays in arrays"] = (3_000_000, n => OfFunction("\"Layers\":" + Repeat("[", n) + Repeat("]", n))),
        ["objects in objects"] = (1_000_000, n => OfFunction("\"Tags\":" + Repeat("{\"a\":", n) + "1" + Repeat("}", n))),
        ["arrays in a definition"] = (900_000, n => OfMachine("\"DefinitionString\":\"" + Repeat("[", n) + Repeat("]", n) + "\"")),
        ["objects in a definition"] = (
            240_000, n => OfMachine("\"DefinitionString\":\"" + Repeat("{\\\"a\\\":", n) + "1" + Repeat("}", n) + "\"")),
        ["maps in a definition"] = (300, n => OfMachine("\"DefinitionString\":\""
            + Repeat("{\\\"States\\\":{\\\"a\\\":{\\\"Type\\\":\\\"Map\\\",\\\"ItemProcessor\\\":", n) + "{}" + Repeat("}}}", n) + "\"")),
        ["far too many functions"] = (60_000, n => Event(
            Resources(n, i => """{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.13","Handler":"h","Role":"r"}}"""))),
        ["far too many state machines"] = (
            100_000, n => Event(Resources(n, i => """{"Type":"AWS::StepFunctions::StateMachine","Properties":{}}"""))),
        ["far too much white space"] = (6_000_000, n => Event("{\"Resources\":{" + new string(' ', n) + "}}")),
        ["far too long a string"] = (6_000_000, n => OfFunction("\"Description\":\"" + new string('x', n) + "\"")),
        ["far too many arrays"] = (2_000_000, n => OfFunction("\"Layers\":[" + Join(n, _ => "[]") + "]")),
        ["long parameters"] = (990, n => Event(Resources(n, i => """{"Type":"AWS::StepFunctions::StateMachine","Properties":{}}"""), $$$$"""
            {"service":"{{{{new string('s', 4_000)}}}}","env":"{{{{new string('e', 4_000)}}}}",
              "stepFunctionForwarderArn":{"Fn::Sub":"{{{{new string('f', 4_000)}}}}"}}
            """.Trim())),
        ["far too long parameters"] = (
            2_000_000, n => Event(Resources(900, i => """{"Type":"AWS::StepFunctions::StateMachine","Properties":{}}"""), $$$$"""
            {"service":"{{{{new string('s', n)}}}}","stepFunctionForwarderArn":{"Fn::Sub":"{{{{new string('f', n)}}}}"}}
            """.Trim())),
        ["many tags"] = (20_000, n => Event(
            Resources(900, i => """{"Type":"AWS::StepFunctions::StateMachine","Properties":{}}"""),
            "{\"stepFunctionForwarderArn\":{\"Ref\":\"f\"},\"tags\":\"" + Join(n, i => $"{i}:a") + "\"}")),
        ["long list parameters"] = (50_000, n => Event($$$$$$$"""
            {"Parameters":{"L":{"Type":"CommaDelimitedList","Default":"{{{{{{{new string(',', 4_000)}}}}}}}"}},
              "Resources":{"F":{"Type":"AWS::Lambda::Function",
                "Properties":{"Runtime":"provided","Layers":[{{{{{{{Join(n, _ => "{\"Ref\":\"L\"}")}}}}}}}]}}}}
            """)),
        ["states"] = (30_000, n => OfMachine("\"Definition\":{\"StartAt\":\"S0\",\"States\":{" + Join(n, i => $$"""
            "S{{i}}":{"Type":"Pass","Result":1,"Next":"S{{i + 1}}"}
            """) + "}}")),
        ["joined definition"] = (100_000, n => OfMachine("\"DefinitionString\":{\"Fn::Join\":[\"\",[\"{\\\"States\\\":{\\\"\","
            + Join(n, i => "{\"Ref\":\"A\"},\"x\"") + ",\"\\\":{}}}\"]]}")),
        ["definition of all marks"] = (27_000, n => OfMachine("\"DefinitionString\":{\"Fn::Sub\":\"{\\\"States\\\":{\\\"${A}"
            + new string([.. Enumerable.Range(0x3400, n).Select(c => (char)c)]) + "\\\":{}}}\"}")),
        ["long definition of most marks"] = (400, n => OfMachine("\"DefinitionString\":{\"Fn::Sub\":\"{\\\"States\\\":{\\\"${A}"
            + Repeat("x", n * 3000) + new string([.. Enumerable.Range(0x3400, 6000).Select(c => (char)c)]) + "\\\":{}}}\"}")),
        ["functions"] = (990, n => Event(
            Resources(n, i => """{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.13","Handler":"h","Role":"r"}}"""))),
        ["functions without runtime"] = (990, n => Event(Resources(n, i => """{"Type":"AWS::Lambda::Function","Properties":{}}"""))),
        ["state machines"] = (990, n => Event(Resources(n, i => """{"Type":"AWS::StepFunctions::StateMachine","Properties":{}}"""))),
        ["state machines of one group"] = (990, n => Event(Resources(n, i => $$$$$$$"""
            {"Type":"AWS::StepFunctions::StateMachine","Properties":{"LoggingConfiguration":{
              "Destinations":[{"CloudWatchLogsLogGroup":{"LogGroupArn":"arn:aws:logs:us-east-1:1:log-group:g{{{{{{{i}}}}}}}:*"}}]}}}
            """))),
        ["log groups"] = (990, n => Event(
            Resources(n, i => $$$$$$$"""{"Type":"AWS::Logs::LogGroup","Properties":{"LogGroupName":{"Ref":"R{{{{{{{i + 1}}}}}}}"}}}"""))),
        ["roles with policies"] = (990, n => Event(Resources(n, i => (i % 2) switch
        {
            0 => $$$$$$$"""
                {"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided","Role":{"Fn::GetAtt":["R{{{{{{{i + 1}}}}}}}","Arn"]}}}
                """,
            _ => """
                {"Type":"AWS::IAM::Role",
                  "Properties":{"Policies":[{"PolicyName":"p","PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"s3:*"}]}}]}}
                """,
        }))),
        ["one policy of many roles"] = (20_000, n => Event(
            "{\"Resources\":{\"P\":{\"Type\":\"AWS::IAM::Policy\",\"Properties\":{\"Roles\":["
            + Join(n, i => $"{{\"Ref\":\"R{i}\"}}") + "],\"PolicyDocument\":{\"Statement\":["
            + Join(n, _ => """{"Effect":"Allow","Action":"s3:*"}""") + "]}}}," + Join(250, i => $$$$$$$"""
            "F{{{{{{{i}}}}}}}":{"Type":"AWS::Lambda::Function",
              "Properties":{"Runtime":"provided","Role":{"Fn::GetAtt":["R{{{{{{{i}}}}}}}","Arn"]}}},
            "R{{{{{{{i}}}}}}}":{"Type":"AWS::IAM::Role","Properties":{}}
            """) + "}}")),
        ["unknown parameters"] = (100_000, n => Event("{\"Resources\":{}}", "{" + Join(n, i => $"\"p{i}\":1") + "}")),
        ["unknown parameters like known ones"] = (
            100_000, n => Event("{\"Resources\":{}}", "{" + Join(n, i => $"\"pythonLayerVersoin{i}\":1") + "}")),
        ["long names"] = (1_000_000, n => Event(
            "{\"Resources\":{\"" + new string('R', n) + "\":{\"Type\":\"AWS::Lambda::Function\",\"Properties\":{}}}}",
            "{\"" + new string('p', n) + "\":1}")),
        ["exclusions"] = (20_000, n => Event(
            "{\"Resources\":{\"" + new string('a', n) + "\":{\"Type\":\"AWS::Lambda::Function\",\"Properties\":{}}}}",
            "{\"exclude\":\"" + Repeat("*a", n) + "b\"}")),
        ["many exclusions"] = (9_000, n => Event(
            Resources(400, i => """{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}}"""),
            "{\"exclude\":\"" + Join(n, i => $"*{i}x") + "\"}")),
        ["chain of conditions"] = (50_000, n => WithCondition("C0", Join(n, i => $$$$$$$"""
            "C{{{{{{{i}}}}}}}":{"Condition":"C{{{{{{{i + 1}}}}}}}"}
            """))),
        ["conditions in a circle"] = (25_000, n => WithCondition("C0", Join(n, i => $$$$$$$"""
            "C{{{{{{{i}}}}}}}":{"Fn::And":[{"Condition":"C{{{{{{{(i + 1) % n}}}}}}}"},{"Condition":"C{{{{{{{(i + 2) % n}}}}}}}"}]}
            """))),
        ["conditions that all name the next ones"] = (100, n => WithCondition("C0", Join(n, i => $$$$$$$"""
            "C{{{{{{{i}}}}}}}":{"Fn::Or":[{{{{{{{Join(20, j => $"{{\"Condition\":\"C{i + 1 + j}\"}}")}}}}}}}]}
            """))),
        ["parameters and references"] = (50_000, n => Event($$$$$$$"""
            {"Parameters":{{{{{{{{Join(n, i => $"\"P{i}\":{{\"Default\":\"x\"}}")}}}}}}}},
              "Resources":{"F":{"Type":"AWS::Lambda::Function",
                "Properties":{"Runtime":"provided","Layers":[{{{{{{{Join(n, i => $"{{\"Ref\":\"P{i}\"}}")}}}}}}}]}}}}
            """)),
        ["maps that are not there"] = (
            45_000, n => OfFunction("\"Layers\":[" + Join(n, i => $"{{\"Fn::FindInMap\":[\"M{i}\",\"a\",\"b\"]}}") + "]")),
        ["placeholders"] = (100_000, n => OfFunction("\"Runtime\":{\"Fn::Sub\":\"" + Repeat("${AWS::Region}", n) + "\"}")),
        ["placeholders of long values"] = (90, n => WithLongParameter("{\"Fn::Sub\":\"" + Repeat("${P}", n) + "\"}")),
        ["nested substitutions"] = (
            240, n => OfFunction("\"Runtime\":" + Repeat("{\"Fn::Sub\":[\"${a}${a}\",{\"a\":", n) + "\"x\"" + Repeat("}]}", n))),
        ["joined long values"] = (60_000, n => WithLongParameter("{\"Fn::Join\":[\"\",[" + Join(n, _ => "{\"Fn::Sub\":\"${P}\"}") + "]]}")),
        ["split long values"] = (5_000, n => WithLongParameter(
            "{\"Fn::Join\":[\"\",[" + Join(n, _ => "{\"Fn::Select\":[0,{\"Fn::Split\":[\"x\",{\"Ref\":\"P\"}]}]}") + "]]}")),
        ["nested joins"] = (200, n => OfFunction("\"Runtime\":" + Repeat("{\"Fn::Join\":[\"\",[\"a\",", n) + "\"x\"" + Repeat("]]}", n))),
        ["conditional layers"] = (14, n => OfFunction("\"Layers\":" + Tree(n, "[\"a\"]"))),
        ["conditional items"] = (14, n => OfFunction("\"Layers\":[" + Tree(n, "\"a\"") + "]")),
        ["conditional tags"] = (14, n => OfFunction("\"Tags\":" + Tree(n, "[]"))),
        ["conditional variables"] = (10, n => OfFunction("\"Environment\":{\"Variables\":" + Tree(n, "{}") + "}")),
        ["conditional handler"] = (14, n => OfFunction("\"Handler\":" + Tree(n, "\"a\""))),
        ["conditional role"] = (14, n => OfFunction("\"Role\":" + Tree(n, "\"a\""))),
        ["conditional log group"] = (14, n => OfFunction("\"LoggingConfig\":{\"LogGroup\":" + Tree(n, "\"a\"") + "}")),
        ["conditional logging"] = (12, n => OfMachine("\"LoggingConfiguration\":" + Tree(n, "{}"))),
        ["conditions in a chain of branches"] = (
            300, n => OfFunction("\"Layers\":" + Repeat("{\"Fn::If\":[\"C\",[],", n) + "[]" + Repeat("]}", n))),
        ["names that name names twice"] = (60, n => Event(Resources(n, i => $$$$$$$"""
            {"Type":"AWS::Logs::LogGroup",
              "Properties":{"LogGroupName":{"Fn::Sub":"${R{{{{{{{i + 1}}}}}}}.LogGroupName}${R{{{{{{{i + 1}}}}}}}.LogGroupName}"}}}
            """)[..^2] + """
            ,"F":{"Type":"AWS::Lambda::Function",
              "Properties":{"Runtime":"provided","LoggingConfig":{"LogGroup":{"Fn::Sub":"${R0.LogGroupName}"}}}}}}
            """)),
        ["names that refer to names twice"] = (60, n => Event(Resources(n, i => $$$$$$$"""
            {"Type":"AWS::Lambda::Function",
              "Properties":{"Runtime":"provided","FunctionName":{"Fn::Sub":"${R{{{{{{{i + 1}}}}}}}}${R{{{{{{{i + 1}}}}}}}}"}}}
            """))),
        ["the same large handler twice"] = (60_000, n => OfFunction($$$$$$$"""
            "Handler":{"Fn::X":{{{{{{{{Join(n, i => $"\"a{i}\":1")}}}}}}}}},
              "Environment":{"Variables":{"DD_LAMBDA_HANDLER":{"Fn::X":{{{{{{{{Join(n, i => $"\"a{i}\":1")}}}}}}}}}}}
            """)),
        ["variables"] = (80_000, n => OfFunction("\"Environment\":{\"Variables\":{" + Join(n, i => $"\"V{i}\":{{\"Ref\":\"x\"}}") + "}}")),
        ["tags"] = (50_000, n => OfFunction("\"Tags\":[" + Join(n, i => $"{{\"Key\":\"k{i}\",\"Value\":\"v\"}}") + "]")),
        ["inherited warnings"] = (990, n => Event(
            Resources(n, i => """{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}}""")[..^1]
                + ",\"Metadata\":{\"DatadogServerless\":{\"Warnings\":["
                + Join(n, i => $"{{\"LogicalId\":\"R{i}\",\"Code\":\"DD318\"}}") + "]}}}")),
        ["distributions"] = (50_000, n => Event(
            "{\"Resources\":{\"D\":{\"Type\":\"AWS::CloudFront::Distribution\",\"Properties\":{\"LambdaFunctionAssociations\":["
                + Join(n, i => $"{{\"LambdaFunctionARN\":{{\"Ref\":\"V{i}\"}}}}") + "]}}}}")),
        ["members that nobody reads"] = (150_000, n => Event("{\"Resources\":{},\"Outputs\":{" + Join(n, i => $"\"O{i}\":1") + "}}")),
    };

    /// <summary>A binary tree of <c>Fn::If</c>.</summary>
    private static string Tree(int depth, string leaf) =>
        depth == 0 ? leaf : $$"""{"Fn::If":["C{{depth}}",{{Tree(depth - 1, leaf)}},{{Tree(depth - 1, leaf)}}]}""";

    private static byte[] OfFunction(string properties)
    {
        var runtime = properties.StartsWith("\"Runtime", StringComparison.Ordinal) ? "" : "\"Runtime\":\"python3.13\",";
        return Event(
            $$$$$$$"""{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{{{{{{{{runtime}}}}}}}{{{{{{{properties}}}}}}}}}}}""");
    }

    private static byte[] OfMachine(string properties) =>
        Event($$$$$$$"""{"Resources":{"M":{"Type":"AWS::StepFunctions::StateMachine","Properties":{{{{{{{{properties}}}}}}}}}}}""");

    private static byte[] WithCondition(string name, string conditions) => Event(
        $$$$$$$"""
        {"Conditions":{{{{{{{{conditions}}}}}}}},
          "Resources":{"F":{"Type":"AWS::Lambda::Function",
          "Properties":{"Runtime":{"Fn::If":["{{{{{{{name}}}}}}}","python3.13","python3.12"]}}}}}
        """);

    private static byte[] WithLongParameter(string runtime) => Event(
        $$$$$$$"""
        {"Parameters":{"P":{"Default":"{{{{{{{new string('y', 60_000)}}}}}}}"}},
          "Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":{{{{{{{runtime}}}}}}}}}}}
        """);

    private static string Resources(int count, Func<int, string> body) =>
        "{\"Resources\":{" + Join(count, i => $"\"R{i}\":{body(i).Trim()}") + "}}";

    private static byte[] Event(string fragment, string? parameters = null) => Encoding.UTF8.GetBytes(
        """{"region":"us-east-1","accountId":"123456789012","transformId":"t","requestId":"r-1","templateParameterValues":{},"params":"""
        + (parameters ?? Everything.Trim()) + ",\"fragment\":" + fragment + "}");

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Join(int count, Func<int, string> item) =>
        string.Join(',', Enumerable.Range(0, count).Select(i => item(i).Trim()));
}
