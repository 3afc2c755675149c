using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Preview;

public class EnvironmentTests
{
    private const string Template =
        "Transform: DatadogServerless\nResources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: {Runtime: provided.al2023}\n";
    private static readonly Dictionary<string, string> Environment = new() { ["DD_API_KEY"] = "k-of-a-developer", ["DD_ENV"] = "laptop" };

    [Fact]
    public void Transform_VariablesOfTheShell_AreNoDefaults()
    {
        var run = CliRun.Of(Template, Environment, "transform", "-");
        run.Output.ShouldNotContain("k-of-a-developer");
        run.Output.ShouldNotContain("laptop");
    }

    [Fact]
    public void Transform_DefaultsFromEnvironment_AreTakenWhenAskedFor() =>
        CliRun.Of(Template, Environment, "transform", "-", "--defaults-from-environment").Output.ShouldContain("DD_ENV: laptop");
}
