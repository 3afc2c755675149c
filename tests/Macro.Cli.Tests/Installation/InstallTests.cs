using System.Text;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;
using Macro.Core.Configuration;

namespace Macro.Cli.Tests.Installation;

/// <summary><c>macro install</c>, <c>upgrade</c> and <c>uninstall</c> against a fake of the APIs.</summary>
public sealed class InstallTests : IDisposable
{
    private const string Stack = "datadog-serverless-macro";

    private static readonly string[] CallsOfAnInstallation =
        ["DescribeStacks", "PutObject", "CreateChangeSet", "DescribeChangeSet", "ExecuteChangeSet", "DescribeStacks"];

    private readonly FakeAws _aws = new();
    private readonly string _zip = Path.GetTempFileName();

    public InstallTests() => File.WriteAllText(_zip, "code");

    private string[] Install => ["install", "--zip", _zip, "--bucket", "my-artifacts", "--parameter", "Site=datadoghq.eu"];

    private IEnumerable<string> CallNames => _aws.Calls.Select(call => call.Split(' ')[0]);

    public void Dispose()
    {
        _aws.Dispose();
        File.Delete(_zip);
    }

    [Fact]
    public void Install_OnAnEmptyAccount_MakesTheCallsInOrder()
    {
        var run = Run(Install);

        (run.ExitCode, run.Error).ShouldBe((ExitCode.Success, ""));
        CallNames.ShouldBe(CallsOfAnInstallation);
        var key = _aws.Objects.Single().Key;
        key.ShouldMatch($"^/my-artifacts/datadog-macro/{MacroVersion.Text.Replace('+', '-')}-[0-9a-f]{{12}}\\.zip$");
        _aws.Stacks[Stack].Parameters.ShouldBe(
            [new("CodeBucket", "my-artifacts"), new("CodeBucketPrefix", "none"), new("CodeKey", key["/my-artifacts/".Length..]), new("Site", "datadoghq.eu")],
            ignoreOrder: true);
        run.Output.ShouldContain("Modify  Function (AWS::Lambda::Function)");
        run.Output.ShouldContain("has status CREATE_COMPLETE.");
    }

    [Fact]
    public void Install_Again_ChangesNothing()
    {
        Run(Install);
        _aws.Calls.Clear();

        var run = Run(Install);

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldEndWith("is up to date.\n");
        CallNames.ShouldBe(["DescribeStacks", "PutObject", "CreateChangeSet", "DescribeChangeSet", "DeleteChangeSet"]);
        _aws.Stacks[Stack].ChangeSets.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Install_AfterAFailureAtACall_ContinuesWhereItStopped(int failing)
    {
        _aws.Fail = (_, count) => count == failing ? (403, "AccessDenied", "You may not.") : null;
        var failed = Run(Install);
        failed.ExitCode.ShouldBe(ExitCode.Rejected);
        failed.Error.ShouldContain("error DD752: ");
        failed.Error.Contains("Done before the error: uploaded s3://my-artifacts/datadog-macro/").ShouldBe(failing > 2);
        failed.Error.Contains("which is not executed").ShouldBe(failing is 4 or 5);
        failed.Error.Contains("started the change of stack").ShouldBe(failing == 6);

        _aws.Fail = (_, _) => null;
        Run(Install).ExitCode.ShouldBe(ExitCode.Success);

        _aws.Objects.Count.ShouldBe(1);
        _aws.Stacks[Stack].Status.ShouldBeOneOf("CREATE_COMPLETE", "UPDATE_COMPLETE");
        _aws.Stacks[Stack].Parameters["Site"].ShouldBe("datadoghq.eu");
    }

    [Fact]
    public void Install_CallThatIsThrottled_IsRepeated()
    {
        _aws.Fail = (_, count) => count is 1 or 2 ? (400, "Throttling", "Rate exceeded") : null;

        Run(Install).ExitCode.ShouldBe(ExitCode.Success);
    }

    [Fact]
    public void Upgrade_WithOtherCode_KeepsTheParameters()
    {
        Run(Install);
        File.WriteAllText(_zip, "newer code");
        _aws.Calls.Clear();

        var run = Run("upgrade", "--zip", _zip, "--bucket", "my-artifacts", "--parameter", "Env=prod");

        (run.ExitCode, run.Error).ShouldBe((ExitCode.Success, ""));
        CallNames.ShouldBe(CallsOfAnInstallation);
        _aws.Objects.Count.ShouldBe(2);
        _aws.Stacks[Stack].Parameters["Site"].ShouldBe("datadoghq.eu");
        _aws.Stacks[Stack].Parameters["Env"].ShouldBe("prod");
    }

    [Fact]
    public void Upgrade_ToTheCodeOfARelease_UploadsNothing()
    {
        Run(Install);

        Run("upgrade", "--bucket-prefix", "acme-macro").ExitCode.ShouldBe(ExitCode.Success);

        var parameters = _aws.Stacks[Stack].Parameters;
        (parameters["CodeBucketPrefix"], parameters["CodeBucket"], parameters["CodeKey"]).ShouldBe(("acme-macro", "none", "none"));
        _aws.Objects.Count.ShouldBe(1);
    }

    [Fact]
    public void Upgrade_WithoutAStack_SaysHowToInstall() => ShouldFail(Run("upgrade", "--bucket-prefix", "acme"), "DD759", "macro install");

    [Fact]
    public void DryRun_PrintsTheCallsAndMakesNone()
    {
        var run = Run([.. Install, "--parameter", "ApiKeySecretArn=arn:aws:secretsmanager:x", "--dry-run"]);

        run.ExitCode.ShouldBe(ExitCode.Success);
        CallNames.ShouldBe(["DescribeStacks"]);
        run.Output.ShouldContain("s3:PutObject s3://my-artifacts/datadog-macro/");
        run.Output.ShouldContain("cloudformation:ExecuteChangeSet");
        run.Output.ShouldContain("ApiKeySecretArn: ********");
        run.Output.ShouldNotContain("arn:aws:secretsmanager");
    }

    [Theory]
    [InlineData("UPDATE_IN_PROGRESS", "DD755", "Wait")]
    [InlineData("ROLLBACK_COMPLETE", "DD756", "delete-stack")]
    [InlineData("CREATE_FAILED", "DD756", "delete-stack")]
    [InlineData("DELETE_FAILED", "DD756", "delete-stack")]
    [InlineData("UPDATE_ROLLBACK_FAILED", "DD757", "continue-update-rollback")]
    public void Install_StackInAFailedState_ChangesNothing(string status, string code, string remedy)
    {
        _aws.Stacks[Stack] = new FakeStack { Status = status };

        ShouldFail(Run(Install), code, remedy);

        CallNames.ShouldBe(["DescribeStacks"]);
    }

    [Theory]
    [InlineData(301, "PermanentRedirect", "DD753", "eu-west-3")]
    [InlineData(400, "AuthorizationHeaderMalformed", "DD753", "eu-west-3")]
    [InlineData(404, "NoSuchBucket", "DD754", "aws s3 mb s3://my-artifacts")]
    [InlineData(403, "InvalidAccessKeyId", "DD752", "credentials")]
    public void Install_BucketThatCannotBeUsed_CreatesNoStack(int status, string error, string code, string remedy)
    {
        _aws.Fail = (call, _) => call.StartsWith("PutObject", StringComparison.Ordinal) ? (status, error, "No.") : null;

        ShouldFail(Run(Install), code, remedy);

        _aws.Stacks.ShouldBeEmpty();
    }

    [Fact]
    public void Install_WithoutTheCapability_NamesTheOption() =>
        ShouldFail(Run([.. Install, "--capability", "CAPABILITY_AUTO_EXPAND"]), "DD758", "--capability");

    [Fact]
    public void Install_ThatFails_NamesTheReason()
    {
        _aws.Stacks[Stack] = new FakeStack { Fails = true };

        var run = Run(Install);

        ShouldFail(run, "DD760", "Function: The runtime is not available.");
        run.Error.ShouldContain("Done before the error: uploaded ");
    }

    [Fact]
    public void Install_ParameterThatTheTemplateLacks_MakesNoCall()
    {
        ShouldFail(Run([.. Install, "--parameter", "Sit=x"]), "DD762", "Sit");

        _aws.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("install", "--zip", "x.zip")]
    [InlineData("install", "--bucket", "b")]
    public void Install_HalfOfTheCode_IsAUsageError(params string[] arguments) => Run(arguments).ExitCode.ShouldBe(ExitCode.Usage);

    [Fact]
    public void Install_WithoutARegion_SaysHowToSetIt()
    {
        var variables = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret" };
        ShouldFail(CliRun.Of("", variables, Install), "DD750", "--region");
    }

    [Fact]
    public void Install_ProfileThatDoesNotExist_SaysHowToSignIn()
    {
        var variables = new Dictionary<string, string>
        {
            ["AWS_REGION"] = "eu-west-3",
            ["AWS_PROFILE"] = "no-such-profile",
            ["AWS_ENDPOINT_URL"] = _aws.Address,
        };
        ShouldFail(CliRun.Of("", variables, Install), "DD751", "aws sso login");
    }

    [Fact]
    public void Uninstall_WhileStacksUseTheMacro_NamesThemAndDeletesNothing()
    {
        Run([.. Install, "--parameter", "MacroName=DatadogServerless"]);
        _aws.Stacks["orders"] = new FakeStack { Status = "CREATE_COMPLETE", Transforms = ["AWS::Serverless-2016-10-31", "DatadogServerless"] };
        _aws.Stacks["other"] = new FakeStack { Status = "CREATE_COMPLETE", Transforms = ["AWS::Serverless-2016-10-31"] };
        _aws.Stacks["parcels"] = new FakeStack { Status = "CREATE_COMPLETE", Transforms = ["123456789012::DatadogServerless"] };

        ShouldFail(Run("uninstall"), "DD761", "orders, parcels.");

        _aws.Stacks.ShouldContainKey(Stack);
    }

    [Fact]
    public void Uninstall_OfAnUnusedMacro_DeletesTheStack()
    {
        Run([.. Install, "--parameter", "MacroName=DatadogServerless"]);
        _aws.Calls.Clear();

        Run("uninstall", "--dry-run").Output.ShouldContain("cloudformation:DeleteStack");
        Run("uninstall").ExitCode.ShouldBe(ExitCode.Success);
        Run("uninstall").Output.ShouldBe($"There is no stack {Stack}.\n");

        CallNames.ShouldBe(
        [
            "DescribeStacks", "DescribeStacks", "GetTemplateSummary",
            "DescribeStacks", "DescribeStacks", "GetTemplateSummary", "DeleteStack", "DescribeStacks", "DescribeStacks",
        ]);
    }

    private static void ShouldFail(CliRun run, string code, string text)
    {
        run.ExitCode.ShouldBe(ExitCode.Rejected);
        run.Error.ShouldStartWith($"error {code}: ");
        run.Error.ShouldContain(text);
    }

    private CliRun Run(params string[] arguments)
    {
        var variables = new Dictionary<string, string>
        {
            ["AWS_REGION"] = "eu-west-3",
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "secret",
            ["AWS_ENDPOINT_URL"] = _aws.Address,
        };
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(new MemoryStream(), output, error, variables) { PollDelay = TimeSpan.FromMilliseconds(1) };
        var exitCode = MacroCommand.Run(arguments, host);
        return new CliRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
