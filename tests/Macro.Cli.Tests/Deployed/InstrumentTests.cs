using Macro.Cli.Tests.Deployed.Fakes;

namespace Macro.Cli.Tests.Deployed;

/// <summary>Functions through the real command line against AWS's APIs on loopback.</summary>
public sealed class InstrumentTests : IDisposable
{
    private static readonly string[] Settings =
    [
        "--set", "nodeLayerVersion=140", "--set", "pythonLayerVersion=120", "--set", "javaLayerVersion=28", "--set", "extensionLayerVersion=90",
        "--set", "apiKeySecretArn=arn:aws:secretsmanager:eu-west-3:123456789012:secret:dd-a1B2c3",
    ];

    private readonly FakeCloud _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public void Instrument_NodeFunction_MakesOneUpdateAndOneTagCallAndMasksTheVariable()
    {
        _cloud.Lambda.Add(new FakeFunction("orders") { Variables = Map("DB=hunter2") });

        var run = Instrument("-f", "orders");

        run.ShouldBe(0);
        _cloud.Changes.ShouldBe(["UpdateFunctionConfiguration orders", "TagResource orders"]);
        _cloud["orders"].Handler.ShouldBe("/opt/nodejs/node_modules/datadog-lambda-js/handler.handler");
        _cloud["orders"].Variables["DB"].ShouldBe("hunter2");
        _cloud["orders"].Variables["DD_LAMBDA_HANDLER"].ShouldBe("index.handler");
        _cloud["orders"].Layers.Count.ShouldBe(2);
        _cloud["orders"].Tags["dd_sls_macro_by"].ShouldBe("CLI");
        _output.ShouldNotContain("hunter2");
        _cloud.Unsigned.ShouldBeEmpty();
    }

    private string _output = "";

    private int Instrument(params string[] arguments)
    {
        var run = _cloud.Run(["instrument", .. arguments, .. Settings, "--yes"]);
        _output = run.Output + run.Error;
        Console.Error.WriteLine(_output);
        return run.ExitCode;
    }

    private static Dictionary<string, string> Map(params string[] pairs) =>
        pairs.Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
