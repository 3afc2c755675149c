using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Macro.Solution.Tests.Sources;

/// <summary>What a C# file declares and which names it uses. Comments, documentation and text do not count.</summary>
/// <param name="Path">Its path in the repository.</param>
/// <param name="Namespace">The namespace that it declares; empty for top-level statements.</param>
/// <param name="Imports">The namespaces that it imports, with that of a type after <c>using static</c>.</param>
/// <param name="Types">The types that it declares, without nested ones.</param>
/// <param name="ExtensionMethods">The extension methods that it declares.</param>
/// <param name="Names">The simple names in its code, without names after a dot.</param>
/// <param name="Members">The names after a dot.</param>
internal sealed record SourceFile(
    string Path,
    string Namespace,
    IReadOnlyCollection<string> Imports,
    IReadOnlyCollection<string> Types,
    IReadOnlyCollection<string> ExtensionMethods,
    IReadOnlyCollection<string> Names,
    IReadOnlyCollection<string> Members)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    public static SourceFile Load(string path) => Parse(Repository.Relative(path), File.ReadAllText(path));

    public static SourceFile Parse(string path, string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, Options).GetCompilationUnitRoot();
        var nodes = root.DescendantNodes().ToList();
        var names = nodes.OfType<SimpleNameSyntax>().Where(name => !IsNamespace(name))
            .ToLookup(IsMember, name => name.Identifier.ValueText);
        return new SourceFile(
            path,
            nodes.OfType<BaseNamespaceDeclarationSyntax>().SingleOrDefault()?.Name.ToString() ?? "",
            [.. root.Usings.Select(import => (IsStatic(import) ? ((QualifiedNameSyntax)import.Name!).Left : import.Name)!.ToString())],
            [.. nodes.Where(IsOuter).Select(TypeName).OfType<string>()],
            [.. nodes.OfType<MethodDeclarationSyntax>().Where(IsExtension).Select(method => method.Identifier.ValueText)],
            names[false].ToHashSet(),
            names[true].ToHashSet());
    }

    private static bool IsOuter(SyntaxNode node) => node.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax;

    private static string? TypeName(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    };

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;

    private static bool IsStatic(UsingDirectiveSyntax import) => import.StaticKeyword.IsKind(SyntaxKind.StaticKeyword);

    private static bool IsNamespace(SimpleNameSyntax name) =>
        name.Ancestors().OfType<UsingDirectiveSyntax>().Any(import => !IsStatic(import));

    /// <summary>Whether the name is a member of what is left of it, or the name of an argument or property in a pattern.</summary>
    private static bool IsMember(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => true,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left == name,
        _ => false,
    };
}
