namespace Macro.Aws.Sts;

/// <summary>Who calls AWS.</summary>
/// <param name="Account">The account id.</param>
/// <param name="Arn">The ARN of the user or role session.</param>
public sealed record CallerIdentity(string Account, string Arn);
