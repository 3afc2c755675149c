using System.Text.Json;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Appends the commit's tags to <c>DD_TAGS</c>, after the user's own.</summary>
internal sealed class AppendGitTags : IFunctionStep
{
    private static readonly MemberName Variable = "DD_TAGS";
    private const string FirstTag = "git.commit.sha:";

    public void Apply(LambdaFunction function, InstrumentationContext context)
    {
        if (function.Config.Text(ParameterCatalog.GitData) is not { } text || !GitData.TryParse(text, out var git)) return;
        function.Variables.Edit(Variable, current => Append(current, git.Tags));
    }

    private static Node Append(Node? current, string tags) => current switch
    {
        null or ScalarNode { Kind: JsonTokenType.Null } or ScalarNode { Spelling: "" } => tags,
        _ when Intrinsic.Mentions(current, text => text.Contains(FirstTag, StringComparison.Ordinal)) => current,
        ScalarNode { Spelling: { } own } => $"{own},{tags}",
        _ => Intrinsic.MakeJoin(",", [current, tags]),
    };
}
