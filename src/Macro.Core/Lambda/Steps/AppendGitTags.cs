using System.Text.Json;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Appends the commit's tags to <c>DD_TAGS</c>, after the user's own tags.</summary>
internal sealed class AppendGitTags : IInstrumentationStep<LambdaFunction>
{
    private const string FirstTag = "git.commit.sha:";
    private const string Appended = "git-tags";
    private static readonly MemberName Variable = "DD_TAGS";

    public void Apply(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (function.Config.Text(ParameterCatalog.GitData) is not { } text || !GitData.TryParse(text, out var git)) return;
        var visibility = context.IsSecret(ParameterCatalog.GitData) ? ValueVisibility.Secret : ValueVisibility.ShownIfNew;
        Append(function, git.Tags, visibility, memory);
    }

    private static void Append(LambdaFunction function, string tags, ValueVisibility visibility, InstrumentationMemory memory) =>
        function.Variables.Edit(Variable, current =>
        {
            var edited = Append(current, tags);
            if (!ReferenceEquals(edited, current)) memory.Remember(Appended, tags);
            return edited;
        }, visibility);

    public void Revert(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.Recall(Appended) is not { } tags) return;
        function.Variables.Edit(
            Variable, current => current?.Text is { } text ? Without(tags, text, current) : current, ValueVisibility.Secret);
    }

    private static Node? Without(string tags, string text, Node current) =>
        text == tags ? null : text.EndsWith($",{tags}", StringComparison.Ordinal) ? text[..^(tags.Length + 1)] : current;

    private static Node Append(Node? current, string tags) => current switch
    {
        null or ScalarNode { Kind: JsonTokenType.Null } or ScalarNode { Spelling: "" } => tags,
        _ when Intrinsic.Mentions(current, text => text.Contains(FirstTag, StringComparison.Ordinal)) => current,
        ScalarNode { Spelling: { } own } => $"{own},{tags}",
        _ => Intrinsic.MakeJoin(",", [current, tags]),
    };
}
