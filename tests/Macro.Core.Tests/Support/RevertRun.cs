using System.Text;
using Macro.Core.Pipeline;

namespace Macro.Core.Tests.Support;

/// <summary>Instruments a template and reverts it.</summary>
internal static class RevertRun
{
    private static readonly MacroSettings Settings = new(new Dictionary<string, string>());

    /// <summary>The template after both.</summary>
    public static string Of(string fragment, string parameters)
    {
        using var instrumented = MacroTransform.RunRecorded(Event(fragment, parameters), Settings);
        instrumented.ErrorMessage.ShouldBeNull();
        var text = Encoding.UTF8.GetString(instrumented.Fragment!.Value.Span);
        text.ShouldNotBe(fragment);

        using var reverted = MacroTransform.Revert(Event(text, parameters), Settings, instrumented.Memories);
        return Encoding.UTF8.GetString(reverted.Fragment!.Value.Span);
    }

    private static byte[] Event(string fragment, string parameters) => Encoding.UTF8.GetBytes(MacroRun.Event(fragment, parameters));
}
