using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;
using static Macro.Core.Diagnostics.Severity;

namespace Macro.Cli.Preview;

/// <summary>Problems with the command line's files, found before there is an event for the macro: DD0xx.</summary>
internal static class PreviewDiagnostics
{
    public static readonly DiagnosticKind<string> Unreadable = new(
        "DD001", Error,
        reason => new(
            $"The file cannot be read: {reason}",
            "Check the file's name, and that you may read it."),
        example: "Could not find file 'template.yaml'.");

    public static readonly DiagnosticKind<string, string> Malformed = new(
        "DD002", Error,
        (cause, remedy) => new(
            $"The file is not a valid template. {cause}",
            remedy),
        example: ("The file breaks the rules of JSON here.", "Look for a missing comma, quote or bracket just before this place."));

    public static readonly DiagnosticKind<string, string> NoValue = new(
        "DD003", Error,
        (parameter, reference) => new(
            $"{parameter} refers to {reference}, which has no value here.",
            $"Pass one: --parameter {reference}=VALUE"),
        example: ("service", "ServiceName"));

    public static readonly DiagnosticKind<string> Unwritable = new(
        "DD004", Error,
        reason => new(
            $"The result cannot be written: {reason}",
            "Check that the folder exists and that you may write to it."),
        example: "Could not find a part of the path 'out/template.yaml'.");

    /// <summary>All diagnostic kinds, including those of the macro, ordered by code.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All = [Unreadable, Malformed, NoValue, Unwritable, .. DiagnosticCatalog.All, .. DeployedDiagnostics.All];

    /// <summary>Returns the kind with this code; null when there is none.</summary>
    public static DiagnosticKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);
}
