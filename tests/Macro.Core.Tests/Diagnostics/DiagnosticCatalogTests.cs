using System.Reflection;
using System.Text.RegularExpressions;
using Macro.Core.Diagnostics;

namespace Macro.Core.Tests.Diagnostics;

public sealed partial class DiagnosticCatalogTests
{
    private static readonly (Type Class, char Hundred)[] Classes =
    [
        (typeof(RequestDiagnostics), '1'), (typeof(ParameterDiagnostics), '2'), (typeof(ScopeDiagnostics), '2'),
        (typeof(ForwardingDiagnostics), '2'), (typeof(FunctionDiagnostics), '3'), (typeof(FeatureDiagnostics), '3'),
        (typeof(SkipDiagnostics), '3'),
        (typeof(LogGroupDiagnostics), '4'), (typeof(StateMachineDiagnostics), '5'), (typeof(LimitDiagnostics), '6'),
    ];

    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(kind => kind.Code)];

    [Fact]
    public void All_Kinds_AreEveryFieldInTheOrderOfDistinctCodes()
    {
        var codes = DiagnosticCatalog.All.Select(kind => kind.Code).ToList();

        codes.ShouldBeUnique();
        codes.ShouldBeInOrder();
        DiagnosticCatalog.All.ShouldBe(Classes.SelectMany(entry => Kinds(entry.Class)), ignoreOrder: true);
    }

    [Fact]
    public void Kinds_OfEachClass_HaveCodesOfItsHundred()
    {
        foreach (var (type, hundred) in Classes)
            Kinds(type).ShouldAllBe(kind => kind.Code.Length == 5 && kind.Code.StartsWith("DD") && kind.Code[2] == hundred);
    }

    /// <summary>What stands in the documentation has to read like a message: whole sentences, nothing left to fill in.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void Example_OfEachKind_IsWholeSentencesWithoutHoles(string code)
    {
        var (cause, remedy) = DiagnosticCatalog.Find(code).ShouldNotBeNull().Example;

        foreach (var text in (string[])[cause, remedy])
        {
            text.ShouldNotContain("…");
            text.ShouldNotContain("...");
            text.ShouldNotContain("  ");
            Hole().IsMatch(text).ShouldBeFalse(text);
        }
        cause[^1].ShouldBe('.');
    }

    /// <summary>The documentation shows what the factory makes: its arguments are the example's, and each of them is in the text.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void For_ArgumentsOfTheExample_GivesTheExample(string code)
    {
        var kind = DiagnosticCatalog.Find(code).ShouldNotBeNull();
        var target = new ResourceTarget("CreateOrder");
        var arguments = ExampleArguments(kind);

        var diagnostic = (Diagnostic)kind.GetType().GetMethod("For")!.Invoke(kind, [target, .. arguments])!;

        diagnostic.ShouldBe(new Diagnostic(kind, target, $"{kind.Example.Cause} {kind.Example.Remedy}"));
        foreach (var argument in arguments) diagnostic.Message.ShouldContain($"{argument}");
    }

    [Fact]
    public void Find_UnknownCode_IsNull() => DiagnosticCatalog.Find("DD999").ShouldBeNull();

    private static IEnumerable<DiagnosticKind> Kinds(Type type) =>
        type.GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticKind>();

    private static object?[] ExampleArguments(DiagnosticKind kind)
    {
        if (kind.IsConstant) return [];
        var example = kind.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(field => field.Name.Contains("example", StringComparison.Ordinal)).GetValue(kind)!;
        return example is System.Runtime.CompilerServices.ITuple tuple
            ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])]
            : [example];
    }

    [GeneratedRegex(@"\{\w*\}|<\w+ \w+>")]
    private static partial Regex Hole();
}
