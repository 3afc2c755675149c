using Macro.Aws.Tests.Fakes;
using Macro.Cli.Tests.Deployed.Fakes;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>
/// Credentials that AWS's own tools find, in a process of its own, since AWS's library reads the environment of the process.
/// </summary>
public sealed class CredentialTests : IDisposable
{
    /// <summary>The SHA-1 of the start URL, after which AWS's tools name the file with the token.</summary>
    private const string StartHash = "20d891dca86750d4e829b4c761c9817f4b93df76";

    private readonly FakeCloud _cloud = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Status_ProfileWithARole_AssumesItWithTheSourceProfile()
    {
        Write("""
            [base]
            aws_access_key_id = KEY
            aws_secret_access_key = SECRET
            [prod]
            role_arn = arn:aws:iam::123456789012:role/deploy
            source_profile = base
            """);

        var (exitCode, output) = await RunAsync("--profile", "prod");

        exitCode.ShouldBe(0, output);
        _cloud.Calls.ShouldContain("AssumeRole");
        UsesOnly(FakeCloud.RoleToken);
    }

    [Fact]
    public async Task Status_ChainOfRoles_AssumesBoth()
    {
        Write("""
            [base]
            aws_access_key_id = KEY
            aws_secret_access_key = SECRET
            [jump]
            role_arn = arn:aws:iam::123456789012:role/jump
            source_profile = base
            [prod]
            role_arn = arn:aws:iam::123456789012:role/deploy
            source_profile = jump
            """);

        var (exitCode, output) = await RunAsync("--profile", "prod");

        exitCode.ShouldBe(0, output);
        _cloud.Calls.Count(call => call == "AssumeRole").ShouldBe(2);
        UsesOnly(FakeCloud.RoleToken);
    }

    [Theory]
    [InlineData("source_profile = prod", "is its own source_profile")]
    [InlineData("source_profile = base\nmfa_serial = arn:aws:iam::123456789012:mfa/ann", "MFA")]
    [InlineData("source_profile = nosuch", "nosuch")]
    public async Task Status_RoleProfileThatCannotBeUsed_SaysWhy(string more, string reason)
    {
        Write($"""
            [base]
            aws_access_key_id = KEY
            aws_secret_access_key = SECRET
            [prod]
            role_arn = arn:aws:iam::123456789012:role/deploy
            {more}
            """);

        var (exitCode, output) = await RunAsync("--profile", "prod");

        exitCode.ShouldBe(1, output);
        output.ShouldContain("DD701");
        output.ShouldContain(reason);
        _cloud.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Status_RoleProfileWithItsOwnKeysAndAnExternalId_IsTheDefault()
    {
        Write("""
            [default]
            aws_access_key_id = KEY
            aws_secret_access_key = SECRET
            role_arn = arn:aws:iam::123456789012:role/deploy
            source_profile = default
            external_id = hunter2
            """);

        var (exitCode, output) = await RunAsync();

        exitCode.ShouldBe(0, output);
        UsesOnly(FakeCloud.RoleToken);
        output.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Status_SsoProfile_TakesTheCredentialsOfTheTokenInTheCache()
    {
        WriteSso(DateTimeOffset.UtcNow.AddHours(2));

        var (exitCode, output) = await RunAsync("--profile", "sso");

        exitCode.ShouldBe(0, output);
        _cloud.Calls.ShouldContain("GetRoleCredentials deploy");
        UsesOnly(FakeCloud.SsoToken);
        output.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Status_SsoTokenHasExpired_SaysHowToSignIn()
    {
        WriteSso(DateTimeOffset.UtcNow.AddHours(-2));

        var (exitCode, output) = await RunAsync("--profile", "sso");

        exitCode.ShouldBe(1, output);
        output.ShouldContain("DD701");
        output.ShouldContain("aws sso login");
        output.ShouldNotContain("hunter2");
        _cloud.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Status_RoleOfTheCommandLine_IsAssumed()
    {
        Write("");

        var (exitCode, output) = await RunAsync(
            [("AWS_ACCESS_KEY_ID", SignatureV4.KeyId), ("AWS_SECRET_ACCESS_KEY", SignatureV4.Secret)],
            "--role-arn", "arn:aws:iam::123456789012:role/deploy");

        exitCode.ShouldBe(0, output);
        UsesOnly(FakeCloud.RoleToken);
    }

    public void Dispose()
    {
        _cloud.Dispose();
        _folder.Dispose();
    }

    /// <summary>That every call about resources was made with these credentials.</summary>
    private void UsesOnly(string token)
    {
        var isReading = false;
        foreach (var (call, used) in _cloud.Calls.Zip(_cloud.Tokens))
        {
            isReading |= call == "GetCallerIdentity";
            if (isReading) used.ShouldBe(token, call);
        }
        isReading.ShouldBeTrue();
        _cloud.Unsigned.ShouldBeEmpty();
    }

    private void Write(string profiles) => _folder.Write("credentials", profiles
        .Replace("KEY\n", $"{SignatureV4.KeyId}\n", StringComparison.Ordinal)
        .Replace("SECRET\n", $"{SignatureV4.Secret}\n", StringComparison.Ordinal));

    private void WriteSso(DateTimeOffset expires)
    {
        const string start = "https://shop.awsapps.com/start";
        Write($"""
            [sso]
            sso_start_url = {start}
            sso_region = us-east-1
            sso_account_id = 123456789012
            sso_role_name = deploy
            """);
        Directory.CreateDirectory(_folder[".aws/sso/cache"]);
        var token = $$"""
            {"startUrl":"{{start}}","region":"us-east-1",
            "accessToken":"{{FakeCloud.BearerToken}}","expiresAt":"{{expires:yyyy-MM-ddTHH:mm:ssZ}}"}
            """;
        File.WriteAllText(_folder[$".aws/sso/cache/{StartHash}.json"], token);
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    private async Task<(int ExitCode, string Output)> RunAsync((string Name, string Value)[] variables, params string[] arguments)
    {
        (string, string)[] all =
            [("HOME", _folder["."]), ("AWS_SHARED_CREDENTIALS_FILE", _folder["credentials"]), .. _cloud.Location, .. variables];
        var run = await MacroProcess.RunAsync(all, ["status", "--all", .. arguments]);
        return (run.ExitCode, run.Output);
    }
}
