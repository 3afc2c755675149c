using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>Environment variables from settings, created once for all functions with the same settings.</summary>
/// <param name="Variables">Names and values.</param>
/// <param name="Secret">Names of the variables whose values must not be displayed.</param>
/// <param name="Extra">Names of the variables from <c>extraEnv</c>.</param>
internal sealed record VariableBatch(MemberBlock Variables, IReadOnlySet<string> Secret, IReadOnlySet<string> Extra)
{
    private ObjectNode? _inherited;
    private MemberBlock _missing = Variables;

    /// <summary>The variables that functions do not inherit.</summary>
    /// <param name="inherited">The variables that all functions of a SAM template inherit; null for none.</param>
    public MemberBlock Without(ObjectNode? inherited)
    {
        if (!ReferenceEquals(inherited, _inherited))
            (_inherited, _missing) = (inherited, inherited is null ? Variables : Variables.Without(inherited));
        return _missing;
    }

    /// <summary>Whether a variable's value may be displayed.</summary>
    public ValueVisibility Visibility(MemberName name) => Secret.Contains(name.Text) ? ValueVisibility.Secret : ValueVisibility.Shown;

    /// <summary>Whether a variable comes from <c>extraEnv</c>.</summary>
    public bool IsExtra(MemberName name) => Extra.Contains(name.Text);
}
