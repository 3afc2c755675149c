using Macro.Solution.Tests.Sources;

namespace Macro.Solution.Tests;

public class NamespaceGraphTests
{
    [Fact]
    public void Cycles_NamespacesThatUseEachOther_AreNamedWithTheirTypes() =>
        Cycles("using M.B; namespace M.A; class First { Second? x; }", "using M.A; namespace M.B; class Second { First? x; }").ShouldBe(
            ["M.A, M.B:\n  M.A -> M.B: Second in 0.cs\n  M.B -> M.A: First in 1.cs\n"]);

    [Fact]
    public void Cycles_ThroughAThirdNamespace_AreFound() =>
        Cycles(
            "using M.B; namespace M.A; class First { Second? x; }",
            "using M.C; namespace M.B; class Second { Third? x; }",
            "using M.A; namespace M.C; class Third { First? x; }").Single().ShouldStartWith("M.A, M.B, M.C:");

    [Fact]
    public void Cycles_NamespaceBelow_UsesTheOneAboveWithoutImport() =>
        Cycles("using M.A; namespace M; class Above { Below? x; }", "namespace M.A; class Below { Above? x; }")
            .Single().ShouldStartWith("M, M.A:");

    [Fact]
    public void Cycles_StaticImport_CountsAsUse() =>
        Cycles("using static M.B.Second; namespace M.A; class First;", "using M.A; namespace M.B; class Second { First? x; }")
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("void Run() => Second.Run();")]
    [InlineData("string x = $\"{Second.Name}\";")]
    [InlineData("System.Collections.Generic.List<Second> x;")]
    [InlineData("object x = new { Name = nameof(Second) };")]
    [InlineData("object x = 1.Extend();")]
    public void Cycles_AnyUseInCode_Counts(string member) => WithFirst(member).ShouldHaveSingleItem();

    [Theory]
    [InlineData("// Second")]
    [InlineData("/// <summary>See <see cref=\"Second\"/>.</summary>\nint x;")]
    [InlineData("string x = \"Second\";")]
    [InlineData("string x = this.Second;")]
    [InlineData("object x = Run(Second: 1);")]
    [InlineData("bool x = this is { Second: 1 };")]
    [InlineData("object x = new Other { Second = 1 };")]
    public void Cycles_TextAndMembersOfTheSameName_DoNotCount(string member) => WithFirst(member).ShouldBeEmpty();

    [Fact]
    public void Cycles_UseInOneDirection_IsNone() =>
        Cycles("using M.B; namespace M.A; class First { Second? x; }", "namespace M.B; class Second;").ShouldBeEmpty();

    /// <summary>The class Second, in another namespace, uses the class First, which has the given member.</summary>
    private static IReadOnlyList<string> WithFirst(string member) =>
        Cycles(
            $"using M.B; namespace M.A; class First {{ {member}\n }}",
            "using M.A; namespace M.B; static class Second { static First? x; static int Extend(this int x) => x; }");

    private static IReadOnlyList<string> Cycles(params string[] sources) =>
        new NamespaceGraph([.. sources.Select((text, i) => SourceFile.Parse($"{i}.cs", text))]).Cycles;
}
