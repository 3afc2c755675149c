using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>Environment variables from settings, created once for all functions with the same settings.</summary>
/// <param name="Variables">Names and values; each name is unique.</param>
/// <param name="Secret">Names of the variables whose values must not be displayed.</param>
/// <param name="Extra">Names of the variables from <c>extraEnv</c>.</param>
internal sealed record VariableBatch(
    List<KeyValuePair<MemberName, Node>> Variables, IReadOnlySet<string> Secret, IReadOnlySet<string> Extra)
{
    /// <summary>Whether a variable's value may be displayed.</summary>
    public ValueVisibility Visibility(MemberName name) => Secret.Contains(name.Text) ? ValueVisibility.Secret : ValueVisibility.Shown;

    /// <summary>Whether a variable comes from <c>extraEnv</c>.</summary>
    public bool IsExtra(MemberName name) => Extra.Contains(name.Text);
}
