using System.Text;
using System.Text.Json;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>Taking the instrumentation back gives what was there before, and nothing of the user's is touched.</summary>
public sealed class RevertLaws
{
    private static readonly MacroSettings Settings = new(new Dictionary<string, string>());

    [Fact]
    public void Revert_OfAnInstrumentedTemplate_GivesTheTemplate() => Law.Holds(DeployedCase.Cases, deployed =>
    {
        using var instrumented = MacroTransform.RunRecorded(Event(deployed.Fragment, deployed), Settings);
        instrumented.ErrorMessage.ShouldBeNull();

        using var reverted = MacroTransform.Revert(Event(Text(instrumented), deployed), Settings, instrumented.Memories);

        reverted.ErrorMessage.ShouldBeNull();
        var (before, after) = (Resources(deployed.Fragment), Resources(Text(reverted)));
        foreach (var logicalId in before.Keys) after[logicalId].ShouldBe(before[logicalId], logicalId);
        after.Keys.Except(before.Keys).ShouldBeSubsetOf(["MLogGroup"], "only log groups stay");
    });

    /// <summary>Each resource with its members in order; empty lists and maps are as good as none, as AWS's APIs have it.</summary>
    private static Dictionary<string, string> Resources(string fragment)
    {
        using var document = JsonDocument.Parse(fragment);
        return document.RootElement.GetProperty("Resources").EnumerateObject()
            .ToDictionary(resource => resource.Name, resource => Compact(resource.Value));
    }

    private static string Compact(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', Members(value).Order(StringComparer.Ordinal))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Compact))}]",
        JsonValueKind.String => $"'{value.GetString()}'",
        _ => value.GetRawText(),
    };

    private static IEnumerable<string> Members(JsonElement value) =>
        from member in value.EnumerateObject()
        let text = Compact(member.Value)
        where text is not ("{}" or "[]")
        select $"\"{member.Name}\":{text}";

    private static byte[] Event(string fragment, DeployedCase deployed) =>
        Encoding.UTF8.GetBytes(MacroRun.Event(fragment, deployed.Parameters));

    private static string Text(InstrumentationResult result) => Encoding.UTF8.GetString(result.Fragment!.Value.Span);
}
