using System.Text;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Installation;

/// <summary>Runs commands against a fake of the APIs.</summary>
public abstract class InstallTestBase : IDisposable
{
    private protected const string Stack = "datadog-serverless-macro";

    private protected InstallTestBase() => File.WriteAllText(Zip, "code");

    private protected FakeAws Aws { get; } = new();

    private protected string Zip { get; } = Path.GetTempFileName();

    private protected string[] Install => ["install", "--zip", Zip, "--bucket", "my-artifacts", "--parameter", "Site=datadoghq.eu"];

    private protected IEnumerable<string> CallNames => Aws.Calls.Select(call => call.Split(' ')[0]);

    public void Dispose()
    {
        Aws.Dispose();
        File.Delete(Zip);
        GC.SuppressFinalize(this);
    }

    private protected static void ShouldFail(CliRun run, string code, string text)
    {
        run.ExitCode.ShouldBe(ExitCode.Rejected);
        run.Error.ShouldStartWith($"error {code}: ");
        run.Error.ShouldContain(text);
    }

    private protected CliRun Run(params string[] arguments)
    {
        var variables = new Dictionary<string, string>
        {
            ["AWS_REGION"] = "eu-west-3",
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "secret",
            ["AWS_ENDPOINT_URL"] = Aws.Address,
        };
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(new MemoryStream(), output, error, variables) { PollDelay = TimeSpan.FromMilliseconds(1) };
        var exitCode = MacroCommand.Run(arguments, host);
        return new CliRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
