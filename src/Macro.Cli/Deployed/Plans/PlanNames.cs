namespace Macro.Cli.Deployed.Plans;

/// <summary>The names in a plan file; docs/plan.schema.json describes them.</summary>
internal static class PlanNames
{
    public const string Version = "version";
    public const string Command = "command";
    public const string Instrument = "instrument";
    public const string Uninstrument = "uninstrument";
    public const string Account = "account";
    public const string Caller = "caller";
    public const string Regions = "regions";
    public const string Options = "options";
    public const string Adopt = "adopt";
    public const string ForceManaged = "forceManaged";
    public const string Publish = "publish";
    public const string Alias = "alias";
    public const string Handler = "handler";
    public const string Settings = "settings";
    public const string Defaults = "defaults";
    public const string SecretSettings = "secretSettings";
    public const string Findings = "findings";
    public const string Resources = "resources";
    public const string Kind = "kind";
    public const string Name = "name";
    public const string Region = "region";
    public const string Arn = "arn";
    public const string Runtime = "runtime";
    public const string Status = "status";
    public const string Change = "change";
    public const string RevisionId = "revisionId";
    public const string Reasons = "reasons";
    public const string Warnings = "warnings";
    public const string Changes = "changes";
    public const string Result = "result";
    public const string Error = "error";
    public const string Code = "code";
    public const string Message = "message";
}
