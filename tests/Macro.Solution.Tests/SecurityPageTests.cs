using System.Text.RegularExpressions;
using Macro.Solution.Tests.Sources;

namespace Macro.Solution.Tests;

/// <summary>SECURITY.md names the tests of what it promises, and they exist.</summary>
public partial class SecurityPageTests
{
    /// <summary>Sections that promise nothing about the code.</summary>
    private static readonly string[] WithoutTests = ["Report a vulnerability"];

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "SECURITY.md"));

    [Fact]
    public void Page_NamedTests_Exist()
    {
        var classes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var named = TestName().Matches(Page).Select(match => match.Groups[1].Value).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(10);
        named.Where(name => !classes.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Page_NamedFiles_Exist() =>
        FileName().Matches(Page).Select(match => match.Groups[1].Value).Distinct()
            .Where(name => !Path.Exists(Path.Combine(Repository.Root, name))).ShouldBeEmpty();

    /// <summary>A paragraph that promises something says that it never, only or always does it.</summary>
    [Fact]
    public void Page_ParagraphsThatPromise_NameATestOrTheFileThatDoesIt()
    {
        foreach (var section in Page.Split("\n## ").Skip(1).Where(section => !WithoutTests.Contains(section.Split('\n')[0])))
        {
            // The text before a table names the tests of its rows.
            var paragraphs = section.Replace("\n\n|", "\n|", StringComparison.Ordinal).Split("\n\n")[1..]
                .SelectMany(block => Bullet().Split(block));
            foreach (var paragraph in paragraphs.Where(text => Promise().IsMatch(text)))
                (TestName().IsMatch(paragraph) || FileName().IsMatch(paragraph)).ShouldBeTrue(paragraph);
        }
    }

    [GeneratedRegex(@"`([A-Z]\w+(?:Tests|Laws))`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"`((?:build|tests|tools|docs|src)/[\w./-]+|[\w-]+\.(?:yml|targets|config))`")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\n- ")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\b(never|only|always|cannot|exactly|denied|rejects|refused|fails)\b")]
    private static partial Regex Promise();
}
