using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Installation;

/// <summary>What <c>macro install</c> says when it cannot go on, and that nothing is half done.</summary>
public sealed class InstallFailureTests : InstallTestBase
{
    [Theory]
    [InlineData("UPDATE_IN_PROGRESS", "DD755", "Wait")]
    [InlineData("ROLLBACK_COMPLETE", "DD756", "delete-stack")]
    [InlineData("CREATE_FAILED", "DD756", "delete-stack")]
    [InlineData("DELETE_FAILED", "DD756", "delete-stack")]
    [InlineData("UPDATE_ROLLBACK_FAILED", "DD757", "continue-update-rollback")]
    public void Install_StackInAFailedState_ChangesNothing(string status, string code, string remedy)
    {
        Aws.Stacks[Stack] = new FakeStack { Status = status };

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
        Aws.Fail = (call, _) => call.StartsWith("PutObject", StringComparison.Ordinal) ? (status, error, "No.") : null;

        ShouldFail(Run(Install), code, remedy);

        Aws.Stacks.ShouldBeEmpty();
    }

    [Fact]
    public void Install_WithoutTheCapability_NamesTheOption() =>
        ShouldFail(Run([.. Install, "--capability", "CAPABILITY_AUTO_EXPAND"]), "DD758", "--capability");

    [Fact]
    public void Install_ThatFails_NamesTheReason()
    {
        Aws.Stacks[Stack] = new FakeStack { Fails = true };

        var run = Run(Install);

        ShouldFail(run, "DD760", "Function: The runtime is not available.");
        run.Error.ShouldContain("Done before the error: uploaded ");
    }

    [Fact]
    public void Install_ParameterThatTheTemplateLacks_MakesNoCall()
    {
        ShouldFail(Run([.. Install, "--parameter", "Sit=x"]), "DD762", "Sit");

        Aws.Calls.ShouldBeEmpty();
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
            ["AWS_ENDPOINT_URL"] = Aws.Address,
        };
        ShouldFail(CliRun.Of("", variables, Install), "DD751", "aws sso login");
    }
}
