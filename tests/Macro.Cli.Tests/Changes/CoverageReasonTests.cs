using Macro.Cli.Changes;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Tests.Changes;

/// <summary>Reasons for which resources are left alone.</summary>
public sealed class CoverageReasonTests
{
    /// <summary>DD344 to DD349 are reported nowhere else, so a reader needs words.</summary>
    [Fact]
    public void Words_ReasonThatIsNotReported_AreThere()
    {
        var codes = DiagnosticCatalog.All.Select(kind => kind.Code)
            .Where(code => string.CompareOrdinal(code, "DD344") >= 0 && string.CompareOrdinal(code, "DD349") <= 0).ToList();

        codes.Count.ShouldBe(6);
        codes.ShouldAllBe(code => new CoverageReason(code).Words != null);
    }

    [Theory]
    [InlineData("DD344", "excluded, DD344")]
    [InlineData("DD302", "DD302")]
    [InlineData(null, "left alone")]
    public void ToString_AnyReason_HasItsCode(string? code, string text) => $"{new CoverageReason(code)}".ShouldBe(text);
}
