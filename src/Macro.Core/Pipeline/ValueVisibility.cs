namespace Macro.Core.Pipeline;

/// <summary>Whether the value of a change may be displayed. The default is the safest.</summary>
internal enum ValueVisibility
{
    /// <summary>Never shown.</summary>
    Secret,

    /// <summary>Shown if there was no value before, since an edited value may contain parts of the user's value.</summary>
    ShownIfNew,

    /// <summary>Shown.</summary>
    Shown,
}
