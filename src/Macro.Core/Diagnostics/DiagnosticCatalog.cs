namespace Macro.Core.Diagnostics;

/// <summary>
/// Every kind of diagnostic that the macro reports, in groups of a hundred: 1 the request, 2 parameters, 3 functions, 4 log groups,
/// 5 state machines, 6 limits.
/// </summary>
public static class DiagnosticCatalog
{
    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        .. RequestDiagnostics.All, .. ParameterDiagnostics.All, .. ScopeDiagnostics.All, .. ForwardingDiagnostics.All,
        .. FunctionDiagnostics.All, .. FeatureDiagnostics.All, .. SkipDiagnostics.All,
        .. LogGroupDiagnostics.All, .. StateMachineDiagnostics.All, .. LimitDiagnostics.All,
    ];

    private static readonly Dictionary<string, DiagnosticKind> ByCode = All.ToDictionary(kind => kind.Code);

    /// <summary>DD106: an object has a duplicate key. Hosts that read templates themselves report it too.</summary>
    public static DiagnosticKind<string> DuplicateKey => RequestDiagnostics.DuplicateKey;

    /// <summary>DD201: the macro's parameters are not an object. Hosts that read templates themselves report it too.</summary>
    public static ConstantDiagnosticKind ParametersNotAnObject => ParameterDiagnostics.ParametersNotAnObject;

    /// <summary>The kind of this code; null when there is none.</summary>
    public static DiagnosticKind? Find(string code) => ByCode.GetValueOrDefault(code);
}
