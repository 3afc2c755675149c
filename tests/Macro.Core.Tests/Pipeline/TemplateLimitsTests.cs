using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Pipeline;

public sealed class TemplateLimitsTests
{
    [Fact]
    public void CheckResources_ExactlyTheLimit_Passes() =>
        MacroRun.Of("{\"Resources\":{" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"R{i}\":{{}}")) + "}}").Errors
            .ShouldBeEmpty();

    [Fact]
    public void CheckSize_ExactlyTheLimit_Passes()
    {
        var empty = MacroRun.Of("""{"Resources":{},"Description":""}""").Text.Length;

        MacroRun.Of("{\"Resources\":{},\"Description\":\"" + new string('x', 1_000_000 - empty) + "\"}").Errors.ShouldBeEmpty();
    }
}
