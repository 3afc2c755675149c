using Macro.Core.Diagnostics;

namespace Macro.Core.Tests.Diagnostics;

public sealed class DiagnosticBagTests
{
    [Fact]
    public void Add_TheSameTwice_CountsOnce()
    {
        var bag = new DiagnosticBag();

        bag.Add(DiagnosticCatalog.NotUtf8, null);
        bag.Add(DiagnosticCatalog.NotUtf8, null);
        bag.Add(DiagnosticCatalog.NotUtf8, "x");

        bag.All.Select(diagnostic => diagnostic.Subject).ShouldBe([null, "x"]);
    }
}
