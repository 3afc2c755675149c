using Macro.Cli.Tests.Deployed.Fakes;

namespace Macro.Cli.Tests.Deployed;

/// <summary>Tests that run the real command line against AWS's APIs on loopback.</summary>
public abstract class DeployedTest : IDisposable
{
    protected const string NodeHandler = "/opt/nodejs/node_modules/datadog-lambda-js/handler.handler";

    internal static readonly string[] Extension =
    [
        "--set", "nodeLayerVersion=140", "--set", "pythonLayerVersion=120", "--set", "javaLayerVersion=28", "--set",
            "extensionLayerVersion=90",
        "--set", "apiKeySecretArn=arn:aws:secretsmanager:eu-west-3:123456789012:secret:dd-a1B2c3",
    ];

    internal static readonly string[] Forwarder =
        ["--set", "nodeLayerVersion=140", "--set", "pythonLayerVersion=120", "--set", $"forwarderArn={FakeCloud.Forwarder}"];

    internal FakeCloud Cloud { get; } = new();

    /// <summary>Everything that the last command printed.</summary>
    protected string Output { get; private set; } = "";

    public void Dispose()
    {
        Cloud.Unsigned.ShouldBeEmpty();
        Cloud.Dispose();
        GC.SuppressFinalize(this);
    }

    protected int Instrument(params string[] arguments) => Run(["instrument", .. arguments, .. Extension, "--yes"]);

    protected int Forward(params string[] arguments) => Run(["instrument", .. arguments, .. Forwarder, "--yes"]);

    protected int Uninstrument(params string[] arguments) => Run(["uninstrument", .. arguments, "--yes"]);

    protected int Run(params string[] arguments)
    {
        Cloud.Calls.Clear();
        var run = Cloud.Run(arguments);
        Output = run.Output + run.Error;
        return run.ExitCode;
    }

    protected static Dictionary<string, string> Map(params string[] pairs) =>
        pairs.Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    protected static string Layer(string name, string account = "464622532012") =>
        $"arn:aws:lambda:{FakeCloud.Region}:{account}:layer:{name}";

    internal static FakeFunction Python(string name) => new(name) { Runtime = "python3.12", Handler = "app.run" };
}
