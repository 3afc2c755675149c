using Macro.Cli.Deployed.Messages;
using Macro.Cli.Installation;
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

    public static readonly DiagnosticKind<string, string> NothingToValidate = new(
        "DD005", Error,
        (cause, remedy) => new(cause, remedy),
        example: ("No file matches this pattern.", "Check the pattern, and put it in quotes."));

    public static readonly DiagnosticKind<string, string> ValueNotAllowed = new(
        "DD006", Error,
        (parameter, rule) => new(
            $"The value of template parameter {parameter} must be {rule}.",
            $"Pass another value: --parameter {parameter}=VALUE"),
        example: ("Stage", "one of dev, prod"));

    public static readonly DiagnosticKind<string, string> ReplacedKey = new(
        "DD008", Warning,
        (key, line) => new(
            $"Duplicate key {key}: this one wins, and the one in line {line} has no effect.",
            "Remove or rename one of them; CloudFormation itself rejects duplicate keys."),
        example: ("Timeout", "12"));

    public static readonly DiagnosticKind<string> Internal = new(
        "DD009", Error,
        exception => new(
            $"This file causes an internal error of macro ({exception}).",
            "Please report this line, with the file if you can share it. The other files are not affected."),
        example: "InvalidOperationException: Sequence contains no elements");

    public static readonly DiagnosticKind<string, string> WrongConfig = new(
        "DD030", Error,
        (cause, remedy) => new($"The configuration is not valid. {cause}", remedy),
        example: ("Unknown key parametres.", "Did you mean parameters?"));

    public static readonly DiagnosticKind<string, string> NotIgnored = new(
        "DD031", Warning,
        (cause, remedy) => new($"Metadata.Datadog.ignore has an item without effect. {cause}", remedy),
        example: ("There is no warning DD999.", "List all: macro explain"));

    public static readonly DiagnosticKind<string, string> NothingToInitialize = new(
        "DD032", Error,
        (cause, remedy) => new(cause, remedy),
        example: ("The folder has no project that macro init knows.", "Name a template: macro init template.yaml"));

    public static readonly DiagnosticKind<string, string> NotInitialized = new(
        "DD033", Error,
        (cause, remedy) => new($"The file is left as it is. {cause}", remedy),
        example: ("Its Transform is an expression.", "Add the macro by hand; see docs/start."));

    /// <summary>All diagnostic kinds, including those of the macro, ordered by code.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        Unreadable, Malformed, NoValue, Unwritable, NothingToValidate, ValueNotAllowed, ReplacedKey, Internal,
        WrongConfig, NotIgnored, NothingToInitialize, NotInitialized, .. DiagnosticCatalog.All,
        .. DeployedDiagnostics.All, .. InstallDiagnostics.All,
    ];

    /// <summary>Returns the kind with this code; null when there is none.</summary>
    public static DiagnosticKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);
}
