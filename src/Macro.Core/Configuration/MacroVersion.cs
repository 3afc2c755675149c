namespace Macro.Core.Configuration;

/// <summary>The version of this macro, from <c>Directory.Build.props</c>.</summary>
public static class MacroVersion
{
    /// <summary>The version as text, such as <c>1.2.3</c>.</summary>
    public static string Text { get; } = typeof(MacroVersion).Assembly.GetName().Version!.ToString(3);
}
