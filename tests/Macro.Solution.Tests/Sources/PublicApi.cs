using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Macro.Solution.Tests.Sources;

/// <summary>The public API of a built library: a line for each type and member that another assembly can use.</summary>
internal static class PublicApi
{
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static readonly SymbolDisplayFormat Line = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly HashSet<string> RecordMembers =
        ["<Clone>$", "PrintMembers", "ToString", "GetHashCode", "Equals", "op_Equality", "op_Inequality", "EqualityContract"];

    public static IEnumerable<string> Of(string project)
    {
        var assembly = Load(Path.Combine(Repository.PathOf("src"), project, "bin", Configuration, "net10.0", project + ".dll"));
        return Types(assembly.GlobalNamespace).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).SelectMany(type =>
            Members(type).Select(member => member.ToDisplayString(Line)).Order(StringComparer.Ordinal).Prepend(type.ToDisplayString(Line)));
    }

    private static IAssemblySymbol Load(string path)
    {
        var library = MetadataReference.CreateFromFile(path);
        var others = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Concat(Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll")).Where(other => other != path)
            .Select(other => MetadataReference.CreateFromFile(other));
        var compilation = CSharpCompilation.Create(nameof(PublicApi), references: others.Append(library));
        return (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(library)!;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope) =>
        scope.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member switch
        {
            INamedTypeSymbol type when IsVisible(type) => Types(type).Prepend(type),
            INamespaceSymbol space => Types(space),
            _ => [],
        });

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => member is not INamedTypeSymbol && IsVisible(member) && !IsPartOfAnother(member));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    /// <summary>Accessors, which are shown with their property, and what the compiler adds to records and enumerations.</summary>
    private static bool IsPartOfAnother(ISymbol member) =>
        member is IMethodSymbol { AssociatedSymbol: not null }
        || (member.ContainingType.IsRecord && RecordMembers.Contains(member.Name))
        || (member.ContainingType.TypeKind == TypeKind.Enum && member is IMethodSymbol);
}
