using System.Text.RegularExpressions;
using FsCheck.Fluent;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>JSON allows half a surrogate in a key or text, which is no valid Unicode. It passes through, wherever it is.</summary>
public sealed partial class SurrogateLaws
{
    private const string Half = "\\ud800half";

    [Fact]
    public void Run_HalfASurrogateInAKey_IsAnsweredAndLosesNothing() => Law.Holds(
        from template in TemplateCase.Any from seed in Gen.Choose(0, 1_000_000) select (template, seed),
        sample =>
        {
            var (template, seed) = sample;
            var objects = OpenBrace().Matches(template.Fragment)
                .Where(match => !IsInString(template.Fragment, match.Index) && !IsInReport(template.Fragment, match.Index)).ToList();
            var place = objects[seed % objects.Count].Index + 1;
            var rest = template.Fragment[place..];
            var comma = rest.TrimStart().StartsWith('}') ? "" : ",";
            var fragment = $"{template.Fragment[..place]}\"{Half}\":\"{Half}\"{comma}{rest}";

            var run = MacroRun.Of(fragment, template.Params, values: TemplateCase.Values, process: template.Process);

            run.Codes.ShouldNotContain(code => code.StartsWith("DD199", StringComparison.Ordinal));
            if (run.Succeeded) run.Text.ShouldContain($"\"{Half}\":\"{Half}\"");
        });

    /// <summary>The macro writes its report anew.</summary>
    private static bool IsInReport(string json, int index) =>
        json.IndexOf("\"DatadogServerless\"", StringComparison.Ordinal) is var report and >= 0 && index > report
            && index < json.IndexOf("\"Resources\"", report, StringComparison.Ordinal);

    private static bool IsInString(string json, int index)
    {
        var isInside = false;
        for (var i = 0; i < index; i++)
        {
            if (json[i] == '\\' && isInside) i++;
            else if (json[i] == '"') isInside = !isInside;
        }
        return isInside;
    }

    [GeneratedRegex(@"\{")]
    private static partial Regex OpenBrace();
}
