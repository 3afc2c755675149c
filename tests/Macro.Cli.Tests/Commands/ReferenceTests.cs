using System.Text.Json;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

public class ReferenceTests
{
    [Fact]
    public void Parameters_Markdown_IsTheDocumentation() =>
        Golden.ShouldMatch(CliRun.Of("parameters", "--format", "markdown").Output, "docs/parameters.md");

    [Fact]
    public void Parameters_Schema_IsTheDocumentation()
    {
        var schema = CliRun.Of("parameters", "--format", "schema").Output;
        Golden.ShouldMatch(schema, "docs/parameters.schema.json");
        JsonDocument.Parse(schema).RootElement.GetProperty("properties").GetProperty("useLayersFromAccount")
            .GetProperty("description").GetString().ShouldBe("The same as layersAccountId.");
    }

    [Fact]
    public void Explain_Markdown_IsTheDocumentation() =>
        Golden.ShouldMatch(CliRun.Of("explain", "--format", "markdown").Output, "docs/diagnostics.md");

    [Fact]
    public void Parameters_OneName_TellsAllOfIt()
    {
        var run = CliRun.Of("parameters", "isFIPSEnabled");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe("""
            lambdaFips
              Whether FIPS endpoints and the extension's FIPS layer are used.

              Accepts:              true or false
              Also called:          isFIPSEnabled
              Sets:                 DD_LAMBDA_FIPS_MODE
              Account-wide default: DD_LAMBDA_FIPS_MODE
              Applies to:           the stack, or one resource (Metadata.Datadog)

            """);
    }

    [Fact]
    public void Parameters_UnknownName_SuggestsTheNearest()
    {
        var run = CliRun.Of("parameters", "pythonLayerVersoin");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBe("There is no parameter pythonLayerVersoin. Did you mean pythonLayerVersion? List all: macro parameters\n");
    }

    [Fact]
    public void Explain_CodeInAnyCase_TellsCauseAndRemedy()
    {
        var run = CliRun.Of("explain", "dd105");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe(
            "DD105 (error)\n"
            + "  Message: The template has no Resources object.\n"
            + "  Remedy: List the macro in the template's top-level Transform section; "
            + "inside Fn::Transform it receives only part of the template.\n");
    }

    [Fact]
    public void Explain_CodeWithArguments_ShowsAnExample() =>
        CliRun.Of("explain", "DD208").Output
            .ShouldStartWith("DD208 (error)\n  Example: pythonLayerVersion and pythonLayerArn are both set.\n");

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public void Explain_AllCodes_LeavesNothingToFillIn(string format)
    {
        var lines = CliRun.Of("explain", "--format", format).Output.Split('\n');

        lines.Count(line => line.Contains("DD0", StringComparison.Ordinal)).ShouldBe(12);
        lines.ShouldAllBe(line => !line.Contains('…') && !line.Contains("...") && !line.Contains("{0"));
    }

    [Fact]
    public void Explain_UnknownCode_IsWrongUsage() => CliRun.Of("explain", "DD999").ExitCode.ShouldBe(2);
}
