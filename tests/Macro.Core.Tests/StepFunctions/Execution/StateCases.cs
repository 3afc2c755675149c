using FsCheck;
using FsCheck.Fluent;
using Macro.Core.Tests.Laws.Cases;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>
/// Generates states. A field that is absent is null. Names of states may contain the hole <c>&lt;A&gt;</c>, as names in templates contain
/// expressions.
/// </summary>
internal static class StateCases
{
    private static readonly string[] JsonPathTasks =
    [
        Task("<A>:states:::lambda:invoke", """{"FunctionName":"f","Payload.$":"$"}"""),
        Task("<A>:states:::lambda:invoke", """{"FunctionName":"f","Payload.$":"$"}"""),
        Task("<A>:states:::lambda:invoke", """{"FunctionName":"f","Payload.$":"$"}"""),
        Task("<A>:states:::lambda:invoke", """{"FunctionName":"f"}"""),
        Task("aws:states:::lambda:invoke", """{"Payload":{"whole.$":"$","n":1.10}}"""),
        Task("aws:states:::lambda:invoke.waitForTaskToken", """{"FunctionName":"f","Payload.$":"$"}"""),
        Task("aws:states:::lambda:invoke", """{"FunctionName":"f","Payload.$":"$.a"}"""),
        Task("aws:lambda:us-east-1:123456789012:function:f", """{"whole.$":"$"}"""),
        Task("aws:lambda:us-east-1:123456789012:function:f", null),
        Task("<A>:states:::states:startExecution.sync:2", """{"StateMachineArn":"m"}"""),
        Task("aws:states:::states:startExecution", """{"StateMachineArn":"m","Input":{"whole.$":"$"}}"""),
        Task("aws:states:::dynamodb:getItem", """{"TableName":"t"}"""),
    ];

    private static readonly string[] JsonataTasks =
    [
        Task("<A>:states:::lambda:invoke", """{"FunctionName":"f","Payload":"{% $states.input %}"}""", "Arguments"),
        Task("<A>:states:::lambda:invoke", """{"FunctionName":"f","Payload":"{% $states.input.a %}"}""", "Arguments"),
        Task("aws:states:::lambda:invoke", """{"FunctionName":"f"}""", "Arguments"),
        Task("aws:states:::lambda:invoke", """{"Payload":{"whole":"{% $states.input %}"}}""", "Arguments"),
        Task("aws:lambda:us-east-1:123456789012:function:f", "\"{% $states.input %}\"", "Arguments"),
        Task("aws:lambda:us-east-1:123456789012:function:f", null),
        Task("aws:states:::states:startExecution", """{"Input":"{% $states.input %}"}""", "Arguments"),
        Task("aws:states:::sqs:sendMessage.waitForTaskToken", """{"MessageBody":"x"}""", "Arguments"),
        Task("aws:states:::sqs:sendMessage", """{"MessageBody":"x","MessageAttributes":{}}""", "Arguments"),
        Task("aws:states:::sns:publish", """{"Message":"{% 1 %}","MessageAttributes":{"own":{"DataType":"String"}}}""", "Arguments"),
        Task("aws:states:::events:putEvents", """{"Entries":[{"Detail":"{% $states.input %}"},{"Detail":{"a":1}}]}""", "Arguments"),
    ];

    private static readonly string[] Paths =
        ["\"$\"", "\"$.a\"", "\"$.list\"", "\"$.list[0]\"", "\"$['a']\"", "\"$.Payload\"", "\"$.Payload\"", "null", "\"$$.Execution\""];
    private static readonly string[] ResultPaths = ["\"$\"", "\"$.r\"", "\"$.a.b\"", "\"$['r']\"", "null", "null", "\"$[0]\""];
    private static readonly string[] Selectors = ["{}", """{"selected.$":"$"}"""];
    private static readonly string[] Objects = ["{}", """{"list":[1,{"a":2}],"a":"x"}""", """{"from.$":"$"}"""];
    private static readonly string[] Results = ["7", "[1,{}]", "\"text\"", "null", "{}", """{"a":[1,2],"list":[{"a":1},2]}"""];

    private static readonly string[] Outputs =
    [
        "\"{% $states.input %}\"", "\"{% $states.input.a %}\"", "\"{% [1, 2] %}\"", """{"a":"{% $states.input %}"}""", "7",
        """{"list":[1,{"a":2}]}""",
    ];

    /// <summary>States, each with its name, from the first of which the others can be reached.</summary>
    /// <param name="isJsonata">Whether JSONata is the query language of the definition.</param>
    /// <param name="depth">How many levels of <c>Map</c> and <c>Parallel</c> they may contain.</param>
    public static Gen<string> Workflow(bool isJsonata, int depth) =>
        from count in Gen.Choose(1, depth == 0 ? 2 : 4)
        from prefix in Gen.Elements("S", "<A>-S", "<A>-<B>-")
        let names = Enumerable.Range(0, count).Select(i => $"{prefix}{i}").ToArray()
        from states in Gen.CollectToList(names.Select((_, i) => State(names, i, isJsonata, depth)))
        select $"\"StartAt\":\"{names[0]}\",\"States\":{Piece.Object(names.Zip(states, (name, state) => (name, (string?)state)))}";

    private static Gen<string> State(string[] names, int index, bool isJsonata, int depth) =>
        from own in Gen.Frequency((isJsonata ? 0 : 3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from body in own ? Jsonata(isJsonata, depth) : JsonPath(depth)
        from next in Next(names, index)
        from choice in Gen.Choose(0, 5)
        from otherwise in Next(names, index)
        from catcher in Catch(names, index, own)
        from output in Piece.Optional(2, Outputs)
        select Piece.Object(
        [
            ("QueryLanguage", own && !isJsonata ? "\"JSONata\"" : null),
            .. choice == 0 && next is not null && otherwise is not null ? Choice(own, next, otherwise, output) :
            [
                .. body, ("Catch", body[0].Json is "\"Task\"" or "\"Map\"" or "\"Parallel\"" ? catcher : null),
                next is null ? ("End", "true") : ("Next", next),
            ],
        ]);

    private static (string Name, string? Json)[] Choice(bool isJsonata, string next, string otherwise, string? output) =>
    [
        ("Type", "\"Choice\""),
        ("Choices", isJsonata
            ? $"[{Piece.Object([("Condition", "\"{% $exists($states.input.a) %}\""), ("Output", output), ("Next", next)])}]"
            : $$"""[{"Variable":"$.a","IsPresent":true,"Next":{{next}}}]"""),
        ("Default", otherwise),
    ];

    /// <summary>The name of a state, a later one most of the time; null for none.</summary>
    private static Gen<string?> Next(string[] names, int index) => Gen.Frequency(
        (8, Gen.Constant(index + 1 < names.Length ? Quoted(names[index + 1]) : null)),
        (2, Gen.Elements(names).Select(name => (string?)Quoted(name))));

    private static Gen<string?> Catch(string[] names, int index, bool isJsonata) =>
        from next in Next(names, index)
        from output in Piece.Optional(1, isJsonata ? [.. Outputs, "\"{% $states.errorOutput %}\""] : ResultPaths)
        from isThere in Gen.Elements(true, false)
        select isThere && next is not null
            ? $"[{Piece.Object([("ErrorEquals", "[\"States.ALL\"]"), (isJsonata ? "Output" : "ResultPath", output), ("Next", next)])}]"
            : null;

    private static Gen<(string Name, string? Json)[]> JsonPath(int depth) =>
        from input in Piece.Optional(6, Paths)
        from output in Piece.Optional(6, Paths)
        from place in Piece.Optional(2, ResultPaths)
        from selector in Piece.Optional(4, Selectors)
        from parameters in Piece.Optional(2, Objects)
        from result in Piece.Optional(1, Results)
        from items in Piece.Optional("\"$.list\"")
        from kind in Kinds(depth)
        from task in Gen.Elements(JsonPathTasks)
        from inner in Inner(kind, isJsonata: false, depth)
        let filters = new[] { ("InputPath", input), ("OutputPath", output) }
        select kind switch
        {
            "Task" => [("Type", "\"Task\""), .. Fields(task), .. filters, ("ResultPath", place), ("ResultSelector", selector)],
            "Pass" => [("Type", "\"Pass\""), .. filters, ("Parameters", parameters), ("Result", result), ("ResultPath", place)],
            "Wait" => [("Type", "\"Wait\""), ("Seconds", "1"), .. filters],
            "Map" => [
                ("Type", "\"Map\""), .. inner, .. filters, ("ItemsPath", items), ("ItemSelector", parameters), ("ResultPath", place),
                ("ResultSelector", selector),
            ],
            _ => (IEnumerable<(string Name, string? Json)>)[
                ("Type", "\"Parallel\""), .. inner, .. filters, ("Parameters", parameters), ("ResultPath", place),
                ("ResultSelector", selector),
            ],
        } is var fields ? fields.ToArray() : [];

    private static Gen<(string Name, string? Json)[]> Jsonata(bool isJsonata, int depth) =>
        from output in Piece.Optional(2, Outputs)
        from argument in Piece.Optional(2, Outputs)
        from kind in Kinds(depth)
        from task in Gen.Elements(JsonataTasks)
        from inner in Inner(kind, isJsonata, depth)
        select kind switch
        {
            "Task" => [("Type", "\"Task\""), .. Fields(task), ("Output", output)],
            "Pass" => [("Type", "\"Pass\""), ("Output", output)],
            "Wait" => [("Type", "\"Wait\""), ("Seconds", "1"), ("Output", output)],
            "Map" => [
                ("Type", "\"Map\""), .. inner, ("Items", "\"{% $states.input.list %}\""), ("ItemSelector", argument), ("Output", output),
            ],
            _ => (IEnumerable<(string Name, string? Json)>)[
                ("Type", "\"Parallel\""), .. inner, ("Arguments", argument), ("Output", output),
            ],
        } is var fields ? fields.ToArray() : [];

    private static Gen<string> Kinds(int depth) => depth == 0
        ? Gen.Elements("Task", "Task", "Task", "Pass")
        : Gen.Elements("Task", "Task", "Task", "Task", "Pass", "Pass", "Wait", "Map", "Parallel");

    /// <summary>The workflows inside a state. Those of a state with a language of its own are in the language of the definition.</summary>
    private static Gen<(string Name, string? Json)[]> Inner(string kind, bool isJsonata, int depth) => kind switch
    {
        "Map" =>
            from inner in Workflow(isJsonata, depth - 1)
            from name in Gen.Elements("ItemProcessor", "ItemProcessor", "Iterator")
            from batcher in Piece.Optional(3, "{\"MaxItemsPerBatch\":2}")
            let mode = batcher is null ? "" : "\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\"},"
            select new[] { (name, $"{{{mode}{inner}}}"), ("ItemBatcher", batcher) },
        "Parallel" =>
            from inner in Gen.ListOf(Workflow(isJsonata, depth - 1), 2)
            select new[] { ("Branches", (string?)$"[{string.Join(',', inner.Select(branch => $"{{{branch}}}"))}]") },
        _ => Gen.Constant<(string, string?)[]>([]),
    };

    private static string Task(string resource, string? argument, string name = "Parameters") =>
        $"{resource}|{(argument is null ? "" : name)}|{argument}";

    private static (string Name, string? Json)[] Fields(string task) => task.Split('|', 3) is [var resource, var name, var argument]
        ? name.Length == 0 ? [("Resource", Quoted($"arn:{resource}"))] : [("Resource", Quoted($"arn:{resource}")), (name, argument)]
        : throw new ArgumentException(task);

    private static string Quoted(string text) => $"\"{text}\"";
}
