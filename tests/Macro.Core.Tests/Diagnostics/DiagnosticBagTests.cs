using Macro.Core.Diagnostics;

namespace Macro.Core.Tests.Diagnostics;

public sealed class DiagnosticBagTests
{
    [Fact]
    public void Add_TheSameTwice_CountsOnce()
    {
        var bag = new DiagnosticBag();

        bag.Add(RequestDiagnostics.NotUtf8.For(DiagnosticTarget.Request));
        bag.Add(RequestDiagnostics.NotUtf8.For(DiagnosticTarget.Request));
        bag.Add(RequestDiagnostics.NotUtf8.For(new ResourceTarget("x")));

        bag.All.Select(diagnostic => diagnostic.Subject).ShouldBe([null, "x"]);
    }
}
