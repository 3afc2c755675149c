using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>The file of <c>macro instrument --config</c> is the one of the other commands.</summary>
public sealed class ConfigOptionTests : DeployedTest
{
    [Theory]
    [InlineData("pythonLayerVersion: 120\nenv: prod", true)]
    [InlineData("region: eu-west-3\nparameters: {pythonLayerVersion: 120, env: prod}", true)]
    [InlineData("parameters: {pythonLayerVersion: 120, env: prod}\nregoin: x", false)]
    public void Instrument_ConfigFile_GivesTheParameters(string text, bool isValid)
    {
        using var folder = new TemporaryFolder();
        Cloud.Lambda.Add(Python("p"));

        var run = Cloud.Run(host => host, ["instrument", "-f", "p", "--config", folder.Write("datadog.yml", text), "--dry-run"]);

        run.ExitCode.ShouldBe(isValid ? 0 : 1, run.Error);
        if (isValid) run.Output.ShouldContain("DD_ENV: prod");
        else
            run.Error.ShouldContain("datadog.yml:2:1: error DD030: The configuration is not valid. Unknown key regoin. Did you mean");
    }
}
