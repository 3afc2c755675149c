using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Configuration;

/// <summary>The list <c>ignore</c> under <c>Metadata.Datadog</c> of a resource.</summary>
public sealed class IgnoredCodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("[DD317]")]
    [InlineData("[dd3]")]
    [InlineData("DD317")]
    public void Validate_CodeOfTheResource_IsNotReportedForIt(string ignore)
    {
        Validate("").ShouldContain("DD317 F");
        var output = Validate($"ignore: {ignore}");

        output.ShouldNotContain("DD317 F:");
        output.ShouldNotContain("DD202");
        output.ShouldNotContain("DD205");
        output.ShouldContain("DD317 G");
        output.ShouldContain(" 0 errors");
    }

    [Fact]
    public void Transform_Ignore_ChangesNothingElse()
    {
        var with = Transform("ignore: [DD317]");
        var without = Transform("");

        with.Replace("ignore: [DD317]", "", StringComparison.Ordinal).ShouldBe(without);
    }

    [Theory]
    [InlineData("[DD202]", "DD202 is an error")]
    [InlineData("[DD999]", "There is no warning DD999.")]
    [InlineData("{a: b}", "The value is not a code.")]
    public void Validate_ItemWithoutEffect_IsAWarningAtItsPlace(string ignore, string cause)
    {
        var output = Validate($"ignore: {ignore}");

        output.ShouldContain($"t.yaml:5:27: warning DD031 F: Metadata.Datadog.ignore has an item without effect. {cause}");
        output.ShouldContain(" 0 errors");
    }

    [Fact]
    public void Validate_ErrorOfTheResource_IsStillReported() =>
        Validate("ignore: [DD2], pythonLayerVersion: x").ShouldContain("error DD20");

    public void Dispose() => _folder.Dispose();

    private string Validate(string metadata) => CliRun.Of("validate", Write(metadata)).Output;

    private string Transform(string metadata) => CliRun.Of("transform", Write(metadata)).Output;

    private string Write(string metadata) => _folder.Write("t.yaml", $$$"""
        Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1}}
        Resources:
          F:
            Type: AWS::Lambda::Function
            Metadata: {Datadog: { {{{metadata}}} } }
            Properties: {Runtime: python3.13, Timeout: 3}
          G:
            Type: AWS::Lambda::Function
            Properties: {Runtime: python3.13}

        """);
}
