using Macro.Core.Configuration;

namespace Macro.Core.Tests.Configuration;

public sealed class GitDataTests
{
    [Theory]
    [InlineData("https://github.com/org/repo.git", "github.com/org/repo.git")]
    [InlineData("git@github.com:org/repo.git", "github.com/org/repo.git")]
    [InlineData("https://user:token@github.com/org/repo.git?x=1#y", "github.com/org/repo.git")]
    [InlineData("https://GitHub.com/org/repo.git", "github.com/org/repo.git")]
    [InlineData("https://gitlab.com/group/sub/repo.git", "gitlab.com/group/sub/repo.git")]
    [InlineData("https://user:token@gitlab.com/org/repo.git?x=1#y", "gitlab.com/org/repo.git")]
    [InlineData("https://me@bitbucket.org/org/repo.git", "bitbucket.org/org/repo.git")]
    [InlineData("https://github.example.com/org/repo", "github.example.com/org/repo")]
    [InlineData("https://git.example.com/org/repo", "https://git.example.com/org/repo")]
    [InlineData("https://gitlab.com:8443/org/repo.git", "https://gitlab.com:8443/org/repo.git")]
    [InlineData("https://token@host:8443/repo.git", "https://host:8443/repo.git")]
    [InlineData("ssh://git@host/org/repo.git", "ssh://host/org/repo.git")]
    [InlineData("git@gitlab.com:org/repo.git", "gitlab.com/org/repo.git")]
    [InlineData("git@bitbucket.org:org/repo.git", "bitbucket.org/org/repo.git")]
    [InlineData("git@github.example.com:org/repo.git", "github.example.com/org/repo.git")]
    [InlineData("git@git.example.com:org/repo.git", "git@git.example.com:org/repo.git")]
    [InlineData(" https://github.com/a/b ", "github.com/a/b")]
    [InlineData("../repo", "../repo")]
    public void TryParse_Url_LosesWhatIsNobodysBusiness(string url, string expected)
    {
        GitData.TryParse($"abc123,{url}", out var git).ShouldBeTrue();

        (git.CommitSha, git.RepositoryUrl).ShouldBe(("abc123", expected));
        git.Tags.ShouldBe($"git.commit.sha:abc123,git.repository_url:{expected}");
    }

    [Theory]
    [InlineData("user:token@host:org/repo.git", "host:org/repo.git")]
    [InlineData("git@host:org/repo.git?token=x", "git@host:org/repo.git")]
    [InlineData("//user:token@host/repo", "//host/repo")]
    [InlineData("user:token@host/repo.git", "host/repo.git")]
    [InlineData("user:token@host/repo@v2", "host/repo@v2")]
    [InlineData("@host:org/repo.git", "host:org/repo.git")]
    [InlineData("/repo@v2", "/repo@v2")]
    [InlineData("../repo@v2", "../repo@v2")]
    public void TryParse_UrlWithoutScheme_LosesTheTokenToo(string url, string expected)
    {
        GitData.TryParse($"abc123,{url}", out var git).ShouldBeTrue();

        git.RepositoryUrl.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("abc123")]
    [InlineData("abc123,")]
    [InlineData(" , https://github.com/a/b")]
    public void TryParse_WithoutHashOrUrl_Fails(string text) => GitData.TryParse(text, out _).ShouldBeFalse();
}
