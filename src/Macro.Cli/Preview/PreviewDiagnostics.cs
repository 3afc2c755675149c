using Macro.Core.Diagnostics;
using static Macro.Core.Diagnostics.Severity;

namespace Macro.Cli.Preview;

/// <summary>What only the command line can find: faults of the files, before there is an event for the macro.</summary>
internal static class PreviewDiagnostics
{
    public static readonly DiagnosticKind Unreadable = new("DD001", Error, "The file cannot be read: {0}", "Check its name and whether you may read it.");
    public static readonly DiagnosticKind Malformed = new("DD002", Error, "The text is no valid template. {0}", "{1}");
    public static readonly DiagnosticKind NoValue = new("DD003", Error, "{0} refers to {1}, which has no value here.", "Give it one: --parameter {1}=VALUE");
    public static readonly DiagnosticKind Unwritable = new("DD004", Error, "The result cannot be written: {0}", "Check the folder and whether you may write there.");

    /// <summary>Every kind, those of the macro too, in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All = [Unreadable, Malformed, NoValue, Unwritable, .. DiagnosticCatalog.All];

    /// <summary>The kind of this code; null when there is none.</summary>
    public static DiagnosticKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);
}
