using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>Variables that follow from settings, made once for all the functions that share these.</summary>
/// <param name="Variables">Names and values; the names differ from each other.</param>
/// <param name="Secret">Names of those whose values may not be shown.</param>
/// <param name="Extra">Names of those that come from <c>extraEnv</c>.</param>
internal sealed record VariableBatch(
    List<KeyValuePair<MemberName, Node>> Variables, IReadOnlySet<string> Secret, IReadOnlySet<string> Extra)
{
    /// <summary>Whether a variable's value may be shown to people.</summary>
    public ValueVisibility Visibility(MemberName name) => Secret.Contains(name.Text) ? ValueVisibility.Secret : ValueVisibility.Shown;

    /// <summary>Whether a variable comes from <c>extraEnv</c>.</summary>
    public bool IsExtra(MemberName name) => Extra.Contains(name.Text);
}
