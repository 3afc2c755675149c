using Macro.Core.Configuration;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Pipeline;

public sealed class ReportTests
{
    private static readonly string Empty = $$"""{"Version":"{{MacroVersion.Text}}","Instrumented":[],"Warnings":[]}""";

    [Theory]
    [InlineData(null, """{"DatadogServerless":+}""")]
    [InlineData("{}", """{"DatadogServerless":+}""")]
    [InlineData("""{"Own":1.10}""", """{"Own":1.10,"DatadogServerless":+}""")]
    [InlineData("""{"DatadogServerless":"old","Own":1}""", """{"DatadogServerless":+,"Own":1}""")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("[]", "[]")]
    [InlineData("""{"Fn::Transform":{}}""", """{"Fn::Transform":{}}""")]
    public void Write_Metadata_KeepsYours(string? metadata, string expected)
    {
        var run = MacroRun.Of("{\"Resources\":{}" + (metadata is null ? "" : ",\"Metadata\":" + metadata) + "}");

        run.Fragment.GetProperty("Metadata").GetRawText().ShouldBe(expected.Replace("+", Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_WhatWasDone_StandsInTheOrderOfTheTemplate()
    {
        var run = MacroRun.Of(
            """
            {"Resources":{"Z":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}},
              "X":{"Type":"AWS::Lambda::Function","Properties":{}},
              "A":{"Type":"AWS::Serverless::Function","Properties":{"Runtime":"provided"}},"Fn::ForEach::L":[]}}
            """);

        var report = run.Fragment.GetProperty("Metadata").GetProperty("DatadogServerless");
        report.GetProperty("Instrumented").GetRawText().ShouldBe("""["Z","A"]""");
        report.GetProperty("Warnings").EnumerateArray().Select(
            warning => $"{warning.GetProperty("Code")} {warning.GetProperty("LogicalId")}").ShouldBe(["DD107 Fn::ForEach::L", "DD311 X"]);
        $"{report.GetProperty("Warnings")[1].GetProperty("Code")} X: {report.GetProperty("Warnings")[1].GetProperty("Message")}"
            .ShouldBe(run.Warnings[1]);
        run.Instrumented.ShouldBe(["Z", "A"]);
    }

    [Theory]
    [InlineData("""[{"Code":"DD318","LogicalId":"F","Message":"x"}]""", true)]
    [InlineData("""[{"Code":"DD318","LogicalId":"Gone","Message":"x"}]""", false)]
    [InlineData("""[{"Code":"DD317","LogicalId":"F","Message":"x"}]""", false)]
    [InlineData("""[{"Code":"DD999","LogicalId":"F","Message":"x"}]""", false)]
    [InlineData("""[{"Code":318},7,null,[]]""", false)]
    [InlineData("\"x\"", false)]
    public void Inherited_WarningsOfAnEarlierRun_StayWhereTheirCauseIsGone(string warnings, bool stays)
    {
        var run = MacroRun.Of(
            """{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}}}"""
                + ""","Metadata":{"DatadogServerless":{"Warnings":""" + warnings + "}}}");

        run.Codes.ShouldBe(stays ? ["DD318 F"] : []);
    }
}
