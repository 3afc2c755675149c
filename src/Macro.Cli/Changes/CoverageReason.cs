namespace Macro.Cli.Changes;

/// <summary>Why a resource is left alone.</summary>
/// <param name="Code">The code of the diagnostic that says why; null if there is none.</param>
internal sealed record CoverageReason(string? Code)
{
    /// <summary>A few words, for reasons that are not reported as a warning; null for the others.</summary>
    public string? Words => Code switch
    {
        "DD344" => "excluded",
        "DD345" => "disabled",
        "DD346" => "container image",
        "DD347" => "no stepFunctionForwarderArn",
        "DD348" => "helper",
        "DD349" => "no properties",
        _ => null,
    };

    /// <summary>Words and code: <c>excluded, DD344</c>.</summary>
    public override string ToString() => Words is null ? Code ?? "left alone" : $"{Words}, {Code}";
}
