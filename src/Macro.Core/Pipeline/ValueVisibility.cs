namespace Macro.Core.Pipeline;

/// <summary>Whether the value of a change may be shown to people. The default is the safe one.</summary>
internal enum ValueVisibility
{
    /// <summary>Never shown.</summary>
    Secret,

    /// <summary>Shown where the user had no value of that name, since an edited value may hold parts of the user's.</summary>
    ShownIfNew,

    /// <summary>Shown.</summary>
    Shown,
}
