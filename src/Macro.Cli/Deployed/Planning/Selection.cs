using System.IO.Enumeration;
using Macro.CloudFormation.Identifiers;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Which resources a run is about.</summary>
internal sealed record Selection
{
    /// <summary>The tag with which CloudFormation marks what a stack owns.</summary>
    public const string StackTag = "aws:cloudformation:stack-name";

    private const string Mark = "dd_sls_macro";

    /// <summary>Names, ARNs and patterns of functions.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>Names, ARNs and patterns of state machines.</summary>
    public IReadOnlyList<string> StateMachines { get; init; } = [];

    /// <summary>Whether every resource of the regions is selected.</summary>
    public bool IsAll { get; init; }

    /// <summary>Patterns of names that are not selected.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Tags that a resource must have; with a null value, any value.</summary>
    public IReadOnlyList<(string Key, string? Value)> Tags { get; init; } = [];

    /// <summary>The CloudFormation stack that must own a resource; null for any.</summary>
    public string? Stack { get; init; }

    /// <summary>The pattern of a function's runtime; null for any.</summary>
    public string? Runtime { get; init; }

    /// <summary>Whether a resource must be instrumented (or not); null for either.</summary>
    public bool? IsInstrumented { get; init; }

    /// <summary>Whether resources are selected by tags or a stack alone, out of all.</summary>
    public bool IsByTags =>
        !IsAll && Functions.Count == 0 && StateMachines.Count == 0 && (Tags.Count > 0 || Stack is not null);

    /// <summary>Whether a name or runtime is excluded before anything else of the resource is known.</summary>
    public bool Excludes(string name) => Excluded.Any(pattern => IsMatch(pattern, name));

    /// <summary>Whether the tags of a resource are those that are asked for.</summary>
    public bool Matches(IReadOnlyDictionary<string, string> tags) =>
        Tags.All(tag => tags.TryGetValue(tag.Key, out var value) && (tag.Value is null || tag.Value == value))
        && (Stack is null || tags.GetValueOrDefault(StackTag) == Stack)
        && (IsInstrumented is not { } wanted || tags.ContainsKey(Mark) == wanted);

    /// <summary>Whether a runtime is one of those that are asked for.</summary>
    public bool MatchesRuntime(string? runtime) => Runtime is null || runtime is not null && IsMatch(Runtime, runtime);

    /// <summary>Whether a name matches a pattern with <c>*</c> and <c>?</c>.</summary>
    public static bool IsMatch(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    /// <summary>Whether a text is a pattern, not a name.</summary>
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>The name in an ARN of a resource, or the text itself; null for an ARN of another region or account.</summary>
    public static string? NameIn(string text, string region, string account)
    {
        if (Arn.Parse(text) is not { } arn) return text;
        return arn.Region == region && arn.AccountId == account && arn.Resource.Split(':') is [_, var name, ..] ? name : null;
    }
}
