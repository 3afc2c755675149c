using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Macro.Core.Tests.Laws.Cases;

/// <summary>A state machine as people write it, its definition in any form.</summary>
/// <param name="Id">Its logical id.</param>
/// <param name="IsSam">Whether it is SAM's.</param>
/// <param name="Properties">Names and JSON of its properties.</param>
/// <param name="Condition">Its condition; null: always there.</param>
internal sealed record MachineCase(
    string Id, bool IsSam, IReadOnlyList<(string Name, string? Json)> Properties, string? Condition) : TargetCase(Id)
{
    /// <summary>Stands in definitions for the ARN of a function of the template.</summary>
    private const string Hole = "@F0@";

    private static readonly string[] JsonPathTasks =
    [
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"@F0@","Payload.$":"$"},"End":true}""",
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","""
            + "\"Parameters\":{\"FunctionName\":\"x\",\"Payload\":{\"a.$\":\"$.b\",\"n\":1.10}},\"End\":true}",
        """{"Type":"Task","Resource":"arn:aws-us-gov:states:::lambda:invoke","Parameters":{"FunctionName":"@F0@"},"Next":"S0"}""",
        """{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"x"},"End":true}""",
        """{"Type":"Task","Resource":"arn:aws:states:::states:startExecution","Parameters":{"Input":{"a":1}},"End":true}""",
        """{"Type":"Task","Resource":"@F0@","Parameters":{"a":"\u00e9"},"End":true}""",
        """{"Type":"Task","Resource":"@F0@","End":true}""",
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"Payload":{"State":"own"}},"End":true}""",
    ];

    private static readonly string[] JsonataTasks =
    [
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","""
            + "\"Arguments\":{\"FunctionName\":\"@F0@\",\"Payload\":\"{% $states.input %}\"},\"End\":true}",
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"@F0@"},"End":true}""",
        """{"Type":"Task","Resource":"arn:aws:states:::states:startExecution","Arguments":{"Input":{"a":"{% 1 %}"}},"End":true}""",
        """{"Type":"Task","QueryLanguage":"JSONata","Resource":"@F0@","Arguments":{"x":1},"End":true}""",
    ];

    private static readonly string[] Plain =
    [
        """{"Type":"Pass","Result":{"n":12345678901234567890},"Next":"S1"}""", """{"Type":"Choice","Choices":[],"Default":"S0"}""",
        """{"Type":"Wait","Seconds":1.0}""", """{"Type":"Succeed"}""",
        """{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"MessageBody":"x"}}""", "7", "{}",
    ];

    private static readonly string[] Roles =
    [
        """{"Fn::GetAtt":["Role","Arn"]}""", """{"Fn::Sub":"${Role2.Arn}"}""", "\"arn:aws:iam::123456789012:role/x\"",
        """{"Fn::If":["Unknown",{"Fn::GetAtt":["Role","Arn"]},{"Ref":"AWS::NoValue"}]}""",
    ];

    private static readonly string[] Loggings =
    [
        "{}", """{"Level":"ERROR","IncludeExecutionData":false}""",
        """
        {"Level":"ALL","IncludeExecutionData":true,
          "Destinations":[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["Group","Arn"]}}}]}
        """,
        """
        {"Destinations":[{"CloudWatchLogsLogGroup":{"LogGroupArn":"arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/own:*"}}]}
        """,
        """{"Destinations":[]}""",
        """{"Fn::If":["Unknown",{"Level":"OFF"},{"Ref":"AWS::NoValue"}]}""", """{"Ref":"Unknown"}""",
        """
        {"Destinations":{"Fn::If":["Unknown",[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["Group2","Arn"]}}}],
          {"Ref":"AWS::NoValue"}]}}
        """,
    ];

    private static readonly string[] Tags =
        ["[]", """[{"Key":"service","Value":"own"}]""", """{"Fn::If":["Unknown",[],{"Ref":"AWS::NoValue"}]}""", """{"Ref":"Unknown"}"""];

    private static readonly string[] SamTags = ["{}", """{"service":"own"}""", """{"Ref":"Unknown"}"""];

    public override string Body => Piece.Object(
    [
        ("Type", IsSam ? "\"AWS::Serverless::StateMachine\"" : "\"AWS::StepFunctions::StateMachine\""), ("Condition", Condition),
        ("Metadata", Metadata), ("Properties", Piece.Object(Properties)),
    ]);

    public static Gen<MachineCase> Cases =>
        from isSam in Gen.Elements(false, false, true)
        from definition in Definitions
        from role in Piece.Optional(Roles)
        from logging in Piece.Optional(Loggings)
        from tags in Piece.Optional(isSam ? SamTags : Tags)
        from condition in Piece.Optional(3, "\"Unknown\"", "\"Yes\"")
        from settings in SettingsCase.OfResource
        select new MachineCase(
            "M",
            isSam,
            [.. definition, (isSam ? "Role" : "RoleArn", role), (isSam ? "Logging" : "LoggingConfiguration", logging), ("Tags", tags)],
            condition)
        { Settings = settings };

    private static Gen<IReadOnlyList<(string Name, string? Json)>> Definitions =>
        from isJsonata in Gen.Elements(false, true)
        from states in States(isJsonata, 2)
        from line in Gen.Elements("", "\n", "\n  ")
        from form in Gen.Elements<Func<string, (string, string?)[]>>(
            AsObject, AsString, AsSub, AsSubWithNames, AsJoin, AsJoinOfLines, AsObject, AsString,
            _ => [], _ => [("DefinitionS3Location", "{}")], _ => [("DefinitionString", "\"{\\\"States\\\":\"")])
        select (IReadOnlyList<(string, string?)>)form(
            $$"""{{{(isJsonata ? "\"QueryLanguage\":\"JSONata\"," : "")}}"StartAt":"S0",{{line}}"States":{{line}}{{states}}}""");

    private static Gen<string> States(bool isJsonata, int depth) =>
        from count in Gen.Choose(0, 3)
        from states in Gen.ListOf(State(isJsonata, depth), count)
        select Piece.Object(states.Select((state, i) => ($"S{i}", (string?)state)));

    private static Gen<string> State(bool isJsonata, int depth)
    {
        var task = Gen.Elements(isJsonata ? JsonataTasks : JsonPathTasks);
        if (depth == 0) return task;
        var map =
            from inner in States(isJsonata, depth - 1)
            from name in Gen.Elements("ItemProcessor", "Iterator")
            from distributed in Gen.Elements("", "\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\"},")
            from batcher in Gen.Elements("", ",\"ItemBatcher\":{\"MaxItemsPerBatch\":5}")
            select $$"""{"Type":"Map","{{name}}":{{{distributed}}"StartAt":"S0","States":{{inner}}}{{batcher}},"End":true}""";
        var parallel =
            from inner in Gen.ListOf(States(isJsonata, depth - 1), 2)
            select $$"""{"Type":"Parallel","Branches":[{"StartAt":"S0","States":{{inner[0]}}},{"StartAt":"S1","States":{{inner[1]}}}]"""
                + $$""","Next":"S0"}""";
        return Gen.Frequency((5, task), (2, Gen.Elements(Plain)), (1, map), (1, parallel));
    }

    private static (string, string?)[] AsObject(string text) =>
        [("Definition", text.Replace($"\"{Hole}\"", """{"Fn::GetAtt":["F0","Arn"]}""", StringComparison.Ordinal))];

    private static (string, string?)[] AsString(string text) =>
        [
            ("DefinitionString", Quote(text.Replace(Hole, "${Target}", StringComparison.Ordinal))),
            ("DefinitionSubstitutions", """{"Target":{"Fn::GetAtt":["F0","Arn"]}}"""),
        ];

    private static (string, string?)[] AsSub(string text) =>
        [("DefinitionString", $$"""{"Fn::Sub":{{Quote(text.Replace(Hole, "${F0.Arn}", StringComparison.Ordinal))}}}""")];

    private static (string, string?)[] AsSubWithNames(string text) =>
        [(
            "DefinitionString",
            $$$"""
            {"Fn::Sub":[{{{Quote(text.Replace(Hole, "${Target}", StringComparison.Ordinal))}}},{"Target":{"Fn::GetAtt":["F0","Arn"]}}]}
            """)];

    private static (string, string?)[] AsJoin(string text) =>
        [(
            "DefinitionString",
            $$"""{"Fn::Join":["",[{{string.Join(",{\"Fn::GetAtt\":[\"F0\",\"Arn\"]},", text.Split(Hole).Select(Quote))}}]]}""")];

    private static (string, string?)[] AsJoinOfLines(string text) =>
        [("DefinitionString", $$"""{"Fn::Join":["\n",[{{string.Join(',', text.Split('\n').Select(Quote))}}]]}""")];

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
