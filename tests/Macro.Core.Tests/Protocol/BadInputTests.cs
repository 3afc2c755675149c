using System.Text;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Protocol;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("", "DD101")]
    [InlineData(" ", "DD101")]
    [InlineData("nonsense", "DD101")]
    [InlineData("{\"region\":}", "DD101")]
    [InlineData("{} {}", "DD101")]
    [InlineData("{\"a\":1,}", "DD101")]
    [InlineData("{\"a\":1} // comment", "DD101")]
    [InlineData("'x'", "DD101")]
    [InlineData("[", "DD101")]
    [InlineData("null", "DD104")]
    [InlineData("[]", "DD104")]
    [InlineData("\"event\"", "DD104")]
    [InlineData("7", "DD104")]
    [InlineData("{}", "DD104 DD104")]
    [InlineData("{\"region\":\"us-east-1\"}", "DD104")]
    [InlineData("{\"region\":\"us-east-1\",\"region\":\"x\",\"fragment\":{}}", "DD106")]
    public void Run_EventThatCannotBeRead_SaysWhy(string json, string codes) =>
        string.Join(' ', Unread(json).Errors.Select(error => error[..5])).ShouldBe(codes);

    [Fact]
    public void Run_KeyThatStandsTwiceInTheEventItself_HasNoPlace() =>
        Unread("""{"requestId":"r-1","region":"us-east-1","region":"x","fragment":{}}""")
            .Errors.ShouldBe(["DD106: Duplicate key region. Remove all but one of them."]);

    /// <summary>In the table, + stands for a member of the event; null takes it away.</summary>
    [Theory]
    [InlineData("region", null, "DD104: The event's region is missing.")]
    [InlineData("region", "\"\"", "DD104: The event's region is not a string.")]
    [InlineData("region", "null", "DD104: The event's region is not a string.")]
    [InlineData("region", "[]", "DD104: The event's region is not a string.")]
    [InlineData("fragment", null, "DD104: The event's fragment is missing.")]
    [InlineData("fragment", "null", "DD104: The event's fragment is not an object.")]
    [InlineData("fragment", "\"{}\"", "DD104: The event's fragment is not an object.")]
    [InlineData("fragment", "[]", "DD104: The event's fragment is not an object.")]
    [InlineData("fragment", "{}", "DD105: The template has no Resources object.")]
    [InlineData("fragment", "{\"Resources\":[]}", "DD105: The template has no Resources object.")]
    [InlineData("fragment", "{\"Resources\":null}", "DD105: The template has no Resources object.")]
    [InlineData("fragment", "{\"Resources\":\"x\"}", "DD105: The template has no Resources object.")]
    [InlineData("params", "[]", "DD201: The macro's parameters must be an object.")]
    [InlineData("params", "\"x\"", "DD201: The macro's parameters must be an object.")]
    [InlineData("params", "null", null)]
    [InlineData("params", null, null)]
    [InlineData("templateParameterValues", "[]", "DD104: The event's templateParameterValues is not an object.")]
    [InlineData("templateParameterValues", "7", "DD104: The event's templateParameterValues is not an object.")]
    [InlineData("templateParameterValues", "null", null)]
    [InlineData("templateParameterValues", null, null)]
    [InlineData("accountId", null, null)]
    [InlineData("accountId", "{}", null)]
    [InlineData("accountId", "123456789012", null)]
    [InlineData("requestId", null, null)]
    [InlineData("requestId", "{}", null)]
    [InlineData("transformId", null, null)]
    [InlineData("transformId", "7", null)]
    [InlineData("somethingNew", "[1.10]", null)]
    public void Run_MemberOfTheWrongShape_IsAnErrorOrIgnored(string member, string? value, string? error)
    {
        var members = new Dictionary<string, string>
        {
            ["region"] = "\"us-east-1\"",
            ["accountId"] = "\"123456789012\"",
            ["fragment"] = """{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}}}}""",
            ["transformId"] = "\"t\"",
            ["params"] = "{}",
            ["requestId"] = "\"r-1\"",
            ["templateParameterValues"] = "{}",
        };
        if (value is null) members.Remove(member);
        else members[member] = value;

        var run = MacroRun.OfEvent("{" + string.Join(',', members.Select(pair => $"\"{pair.Key}\":{pair.Value}")) + "}");

        if (error is null) run.Errors.ShouldBeEmpty();
        else run.Errors.ShouldHaveSingleItem().ShouldStartWith(error);
        run.RequestId.ShouldBe(member == "requestId" ? "" : "r-1");
    }

    [Theory]
    [InlineData("\"r-1\"", "\"r-1\"")]
    [InlineData("\"a \\\"quote\\\" \\u00e9 \\ud83d\\ude00\"", "\"a \\\"quote\\\" é \\uD83D\\uDE00\"")]
    [InlineData("7", "\"7\"")]
    [InlineData("\"\\ud800\"", "\"\"")]
    public void Answer_RequestId_IsEchoed(string requestId, string expected)
    {
        foreach (var fragment in new[] { "{}", """{"Resources":{}}""" })
        {
            var answer = MacroRun.OfEvent($$"""{"region":"us-east-1","fragment":{{fragment}},"requestId":{{requestId}}}""").Answer;

            answer.GetProperty("requestId").GetRawText().ShouldBe(expected);
        }
    }

    [Fact]
    public void Answer_Success_HasExactlyThreeMembers() =>
        MacroRun.Of("""{"Resources":{}}""", """{"enabled":false}""").Answer.GetRawText()
            .ShouldBe("""{"requestId":"r-1","status":"success","fragment":{"Resources":{}}}""");

    [Fact]
    public void Answer_Failure_HasExactlyThreeMembers()
    {
        var answer = MacroRun.Of("{}").Answer;

        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["requestId", "status", "errorMessage"]);
        answer.GetProperty("status").GetString().ShouldBe("failure");
        answer.GetProperty("errorMessage").GetString()!.ShouldStartWith("Nothing was instrumented: 1 problem.\nDD105: ");
    }

    [Fact]
    public void Run_TruncatedAtEveryByte_IsAnErrorAndNeverThrows()
    {
        var json = Encoding.UTF8.GetBytes(MacroRun.Event(
            """
            {"Resources":{"F":{"Type":"AWS::Lambda::Function",
              "Properties":{"Runtime":"python3.12","Handler":"h","Description":"é\u00e9 漢 \"","MemorySize":1.5e2,"Nothing":null,
              "Layers":[true,false]}}}}
            """, """{"pythonLayerVersion":1}"""));

        for (var length = 0; length < json.Length; length++)
        {
            var run = MacroRun.OfEvent(json[..length]);

            run.Errors.ShouldHaveSingleItem().ShouldMatch("^DD10[12]:", $"cut at {length}");
        }
        MacroRun.OfEvent(json).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Run_AnyByteChanged_NeverThrows()
    {
        var json = Encoding.UTF8.GetBytes(MacroRun.Event(
            """
            {"Resources":{"F":{"Type":"AWS::Lambda::Function",
              "Properties":{"Runtime":"python3.12","Handler":"h","Layers":["a"],"Tags":[{"Key":"a","Value":"b"}],
              "Environment":{"Variables":{"A":{"Ref":"B"}}}}}}}
            """, """{"pythonLayerVersion":1}"""));

        for (var i = 0; i < json.Length; i++)
        {
            foreach (var to in "\"{}[]:,\\0 n\u0080")
            {
                byte[] changed = [.. json];
                changed[i] = (byte)to;

                var run = MacroRun.OfEvent(changed);

                (run.Succeeded || run.ErrorMessage is { Length: > 0 }).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData(512, null)]
    [InlineData(990, null)]
    [InlineData(1001, "DD103: ")]
    [InlineData(100_000, "DD103: ")]
    public void Run_DeepNesting_IsHandledOrRefused(int levels, string? error)
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}") })
        {
            var deep = Repeat(open, levels) + "1.10" + Repeat(close, levels);
            var run = MacroRun.Of("{\"Resources\":{},\"Metadata\":{\"Deep\":" + deep + "}}");

            if (error is not null) run.Errors.ShouldHaveSingleItem().ShouldStartWith(error);
            else run.Text.ShouldContain(deep);
        }
    }

    [Theory]
    [InlineData("{\"Fn::If\":[\"C\",", "[]", ",[]]}", "Layers")]
    [InlineData("{\"Fn::If\":[\"C\",", "{}", ",{}]}", "Environment")]
    [InlineData("{\"Fn::If\":[\"C\",", "[]", ",[]]}", "Tags")]
    [InlineData("{\"Fn::If\":[\"C\",", "\"python3.12\"", ",\"x\"]}", "Runtime")]
    [InlineData("{\"Fn::Not\":[", "{\"Condition\":\"C\"}", "]}", "Runtime")]
    [InlineData("{\"Fn::Join\":[\"\",[", "\"x\"", "]]}", "Runtime")]
    [InlineData("{\"Fn::Sub\":[\"${a}\",{\"a\":", "\"x\"", "}]}", "Runtime")]
    [InlineData("{\"Fn::Select\":[0,[", "\"x\"", "]]}", "Runtime")]
    [InlineData("{\"Fn::If\":[\"C\",", "\"arn:x\"", ",\"x\"]}", "Role")]
    public void Run_DeeplyNestedExpression_IsHandled(string open, string inner, string close, string property)
    {
        var levels = 960 / (open.Count(c => c is '[' or '{'));
        var expression = Repeat(open, levels) + inner + Repeat(close, levels);
        var runtime = property == "Runtime" ? "" : "\"Runtime\":\"provided\",";

        var run = MacroRun.OfFunction(
            "{" + runtime + "\"" + property + "\":" + expression + "}", """{"enableXrayTracing":true,"apiKeySecretArn":"s"}""");

        run.Succeeded.ShouldBeTrue();
        run.Instrumented.ShouldBe(property == "Runtime" ? [] : ["F"]);
    }

    [Theory]
    [InlineData("""{"Resources":{},"Resources":{}}""", "", "Resources")]
    [InlineData("""{"Resources":{"F":{},"F":{}}}""", "Resources", "F")]
    [InlineData("""{"Resources":{"F":{"Type":"AWS::Lambda::Function","Type":"x"}}}""", "Resources.F", "Type")]
    [InlineData(
        """
        {"Resources":{"F":{"Type":"AWS::Lambda::Function",
          "Properties":{"Runtime":"provided","Environment":{"Variables":{"A":1,"\u0041":2}}}}}}
        """,
        "Resources.F.Properties.Environment.Variables",
        "A")]
    [InlineData(
        """{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided","Tags":[{"Key":"a","Key":"b"}]}}}}""",
        "Resources.F.Properties.Tags[0]",
        "Key")]
    [InlineData("""{"Resources":{},"Metadata":{"a":1,"a":2}}""", "Metadata", "a")]
    [InlineData(
        """{"Resources":{"R":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"\ud800":{"a":"edgelambda","a":2}}}}}}""",
        "Resources.R.Properties.AssumeRolePolicyDocument.\\ud800",
        "a")]
    public void Run_KeyThatStandsTwiceWhereWeRead_IsNamedWithItsPlace(string fragment, string place, string key)
    {
        var error = MacroRun.Of(fragment).Errors.ShouldHaveSingleItem();

        error.ShouldStartWith("DD106");
        error.ShouldContain(place);
        error.ShouldContain($"Duplicate key {key}. ");
    }

    [Fact]
    public void Run_KeyThatStandsTwiceWhereWeDoNotRead_PassesThrough()
    {
        const string Bucket = """{"Type":"AWS::S3::Bucket","Properties":{"a":1,"a":2}}""";

        MacroRun.Of("{\"Resources\":{\"B\":" + Bucket + "}}").Resource("B").GetRawText().ShouldBe(Bucket);
    }

    [Theory]
    [InlineData(0x80)]
    [InlineData(0xC3)]
    [InlineData(0xFF)]
    public void Run_InvalidUtf8_IsAnErrorWhereverItStands(byte invalid)
    {
        var json = Encoding.UTF8.GetBytes(MacroRun.Event("""{"Resources":{"F":{"Type":"X","Properties":{"#":"#"}}}}"""));
        foreach (var i in Enumerable.Range(0, json.Length).Where(i => json[i] == '#'))
        {
            byte[] broken = [.. json];
            broken[i] = invalid;

            MacroRun.OfEvent(broken).Codes.ShouldBe(["DD102"]);
        }
    }

    [Theory]
    [InlineData("12345678901234567890")]
    [InlineData("1.10")]
    [InlineData("1e400")]
    [InlineData("-0.0")]
    [InlineData("1E+2")]
    public void Run_Numbers_KeepTheirSpelling(string number)
    {
        var run = MacroRun.OfFunction(
            "{\"Runtime\":\"provided\",\"MemorySize\":" + number + ",\"Environment\":{\"Variables\":{\"N\":" + number + "}}}", "{}");

        run.Property("MemorySize").ShouldBe(number);
        run.Variable("N").ShouldBe(number);
    }

    [Fact]
    public void Run_LoneSurrogates_AreCarriedAlong()
    {
        const string Variables = """{"A":"\ud800","\udc00":"x","DD_TAGS":"\ud800"}""";

        var run = MacroRun.OfFunction(
            "{\"Runtime\":\"provided\",\"Tags\":[{\"Key\":\"\\ud800\",\"Value\":\"x\"}],\"Environment\":{\"Variables\":" + Variables + "}}",
            """{"tags":"a:b"}""");

        run.Property("Environment.Variables")!.ShouldStartWith(Variables[..^1]);
        run.Property("Tags")!.ShouldStartWith("""[{"Key":"\ud800","Value":"x"},""");
    }

    [Fact]
    public void Run_LoneSurrogateBeforeGitTags_IsKept() =>
        MacroRun.OfFunction("""{"Runtime":"provided","Environment":{"Variables":{"DD_TAGS":"\ud800"}}}""", """{"gitData":"a,b"}""")
            .Variable("DD_TAGS")!.ShouldStartWith("""{"Fn::Join":[",",["\ud800",""");

    [Fact]
    public void Run_ForEach_IsWarnedOfAndPassesThrough()
    {
        const string Loop = """["X",["a"],{"F${X}":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.12"}}}]""";

        var run = MacroRun.OfFunction("""{"Runtime":"provided"}""", "{}", more: ",\"Fn::ForEach::Fs\":" + Loop);

        run.Fragment.GetProperty("Resources").GetProperty("Fn::ForEach::Fs").GetRawText().ShouldBe(Loop);
        run.Codes.ShouldBe(["DD107 Fn::ForEach::Fs"]);
        run.Instrumented.ShouldBe(["F"]);
    }

    [Fact]
    public void Run_AByteOrderMark_IsNamedByItsPlaceAtLeast() =>
        MacroRun.OfEvent([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(MacroRun.Event("{}"))])
            .Errors.ShouldHaveSingleItem().ShouldStartWith("DD101: The event is not valid JSON (line 1, byte 1).");

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    [Fact]
    public void Run_NoSettings_Throws() => Should.Throw<ArgumentNullException>(() => MacroTransform.Run("{}"u8.ToArray(), null!));

    [Fact]
    public void InternalFault_NoFault_Throws() =>
        Should.Throw<ArgumentNullException>(() => InstrumentationResult.InternalError("r-1", null!));

    /// <summary>Where the event cannot be read, neither can its request id.</summary>
    private static MacroRun Unread(string json)
    {
        var run = MacroRun.OfEvent(json);
        run.RequestId.ShouldBeEmpty();
        return run;
    }
}
