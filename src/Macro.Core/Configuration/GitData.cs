using System.Diagnostics.CodeAnalysis;

namespace Macro.Core.Configuration;

/// <summary>The commit that a stack is deployed from. Datadog links its data to the source code of that commit.</summary>
/// <param name="CommitSha">Commit hash.</param>
/// <param name="RepositoryUrl">URL of the repository, without user info, query and fragment.</param>
internal sealed record GitData(string CommitSha, string RepositoryUrl)
{
    private const string GitOverSsh = "git@";

    /// <summary>The tags of the commit that are appended to <c>DD_TAGS</c>.</summary>
    /// <remarks>Source: https://docs.datadoghq.com/integrations/guide/source-code-integration/</remarks>
    public string Tags => $"git.commit.sha:{CommitSha},git.repository_url:{RepositoryUrl}";

    /// <summary>Reads <c>sha,remote-url</c>.</summary>
    /// <returns>False if one of the two is missing.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out GitData? data)
    {
        data = text.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } sha, { Length: > 0 } url]
            ? new GitData(sha, Clean(url))
            : null;
        return data is not null;
    }

    private static string Clean(string url)
    {
        if (url.StartsWith(GitOverSsh, StringComparison.Ordinal) && url.IndexOf(':') is var colon and > 0
            && IsKnown(url[GitOverSsh.Length..colon]))
            return $"{url[GitOverSsh.Length..colon]}/{url[(colon + 1)..]}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0) return CleanWithoutScheme(url);
        if (uri is { Scheme: "https", IsDefaultPort: true } && IsKnown(uri.Host)) return $"{uri.Host}{uri.AbsolutePath}";
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"{uri.Scheme}://{uri.Host}{port}{uri.AbsolutePath}";
    }

    /// <summary>Whether Datadog links to the repositories of a host: the public ones, and GitHub Enterprise under its usual name.</summary>
    private static bool IsKnown(string host) =>
        host is "github.com" or "gitlab.com" or "bitbucket.org" || host.StartsWith("github.", StringComparison.Ordinal);

    /// <summary>
    /// Cleans what is not an absolute URL, such as <c>user@host:path</c> of ssh. The user is removed, except <c>git</c>, which identifies
    /// nobody.
    /// </summary>
    private static string CleanWithoutScheme(string url)
    {
        var address = url.Split('?', '#')[0];
        var start = address.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        var slash = address.IndexOf('/', start);
        var at = (slash < 0 ? address : address[..slash]).LastIndexOf('@');
        return at < start || address[start..at] == "git" ? address : address[..start] + address[(at + 1)..];
    }
}
