using Macro.Cli.Hosting;
using Macro.Core.Configuration;

namespace Macro.Cli.Tests.Installation;

/// <summary><c>macro install</c>, <c>upgrade</c> and <c>uninstall</c> against a fake of the APIs.</summary>
public sealed class InstallTests : InstallTestBase
{
    private static readonly string[] CallsOfAnInstallation =
        ["DescribeStacks", "PutObject", "CreateChangeSet", "DescribeChangeSet", "ExecuteChangeSet", "DescribeStacks"];

    [Fact]
    public void Install_OnAnEmptyAccount_MakesTheCallsInOrder()
    {
        var run = Run(Install);

        (run.ExitCode, run.Error).ShouldBe((ExitCode.Success, ""));
        CallNames.ShouldBe(CallsOfAnInstallation);
        var key = Aws.Objects.Single().Key;
        key.ShouldMatch($"^/my-artifacts/datadog-macro/{MacroVersion.Text.Replace('+', '-')}-[0-9a-f]{{12}}\\.zip$");
        Aws.Stacks[Stack].Parameters.ShouldBe(
            [
                new("CodeBucket", "my-artifacts"), new("CodeBucketPrefix", "none"), new("CodeKey", key["/my-artifacts/".Length..]),
                new("Site", "datadoghq.eu"),
            ],
            ignoreOrder: true);
        run.Output.ShouldContain("Modify  Function (AWS::Lambda::Function)");
        run.Output.ShouldContain("has status CREATE_COMPLETE.");
    }

    [Fact]
    public void Install_Again_ChangesNothing()
    {
        Run(Install);
        Aws.Calls.Clear();

        var run = Run(Install);

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldEndWith("is up to date.\n");
        CallNames.ShouldBe(["DescribeStacks", "PutObject", "CreateChangeSet", "DescribeChangeSet", "DeleteChangeSet"]);
        Aws.Stacks[Stack].ChangeSets.ShouldBeEmpty();
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
        Aws.Fail = (_, count) => count == failing ? (403, "AccessDenied", "You may not.") : null;
        var failed = Run(Install);
        failed.ExitCode.ShouldBe(ExitCode.Rejected);
        failed.Error.ShouldContain("error DD752: ");
        failed.Error.Contains("Done before the error: uploaded s3://my-artifacts/datadog-macro/").ShouldBe(failing > 2);
        failed.Error.Contains("which is not executed").ShouldBe(failing is 4 or 5);
        failed.Error.Contains("started the change of stack").ShouldBe(failing == 6);

        Aws.Fail = (_, _) => null;
        Run(Install).ExitCode.ShouldBe(ExitCode.Success);

        Aws.Objects.Count.ShouldBe(1);
        Aws.Stacks[Stack].Status.ShouldBeOneOf("CREATE_COMPLETE", "UPDATE_COMPLETE");
        Aws.Stacks[Stack].Parameters["Site"].ShouldBe("datadoghq.eu");
    }

    [Fact]
    public void Install_CallThatIsThrottled_IsRepeated()
    {
        Aws.Fail = (_, count) => count is 1 or 2 ? (400, "Throttling", "Rate exceeded") : null;

        Run(Install).ExitCode.ShouldBe(ExitCode.Success);
    }

    [Fact]
    public void Upgrade_WithOtherCode_KeepsTheParameters()
    {
        Run(Install);
        File.WriteAllText(Zip, "newer code");
        Aws.Calls.Clear();

        var run = Run("upgrade", "--zip", Zip, "--bucket", "my-artifacts", "--parameter", "Env=prod");

        (run.ExitCode, run.Error).ShouldBe((ExitCode.Success, ""));
        CallNames.ShouldBe(CallsOfAnInstallation);
        Aws.Objects.Count.ShouldBe(2);
        Aws.Stacks[Stack].Parameters["Site"].ShouldBe("datadoghq.eu");
        Aws.Stacks[Stack].Parameters["Env"].ShouldBe("prod");
    }

    [Fact]
    public void Upgrade_ToTheCodeOfARelease_UploadsNothing()
    {
        Run(Install);

        Run("upgrade", "--bucket-prefix", "acme-macro").ExitCode.ShouldBe(ExitCode.Success);

        var parameters = Aws.Stacks[Stack].Parameters;
        (parameters["CodeBucketPrefix"], parameters["CodeBucket"], parameters["CodeKey"]).ShouldBe(("acme-macro", "none", "none"));
        Aws.Objects.Count.ShouldBe(1);
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

    [Fact]
    public void Uninstall_WhileStacksUseTheMacro_NamesThemAndDeletesNothing()
    {
        Run([.. Install, "--parameter", "MacroName=DatadogServerless"]);
        Aws.Stacks["orders"] = new FakeStack { Status = "CREATE_COMPLETE", Transforms = ["AWS::Serverless", "DatadogServerless"] };
        Aws.Stacks["other"] = new FakeStack { Status = "CREATE_COMPLETE", Transforms = ["AWS::Serverless"] };
        Aws.Stacks["parcels"] = new FakeStack { Status = "CREATE_COMPLETE", Transforms = ["123456789012::DatadogServerless"] };

        ShouldFail(Run("uninstall"), "DD761", "orders, parcels.");

        Aws.Stacks.ShouldContainKey(Stack);
    }

    [Fact]
    public void Uninstall_OfAnUnusedMacro_DeletesTheStack()
    {
        Run([.. Install, "--parameter", "MacroName=DatadogServerless"]);
        Aws.Calls.Clear();

        Run("uninstall", "--dry-run").Output.ShouldContain("cloudformation:DeleteStack");
        Run("uninstall").ExitCode.ShouldBe(ExitCode.Success);
        Run("uninstall").Output.ShouldBe($"There is no stack {Stack}.\n");

        CallNames.ShouldBe(
        [
            "DescribeStacks", "DescribeStacks", "GetTemplateSummary",
            "DescribeStacks", "DescribeStacks", "GetTemplateSummary", "DeleteStack", "DescribeStacks", "DescribeStacks",
        ]);
    }
}
