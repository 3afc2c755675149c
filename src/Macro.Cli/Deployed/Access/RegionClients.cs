using Macro.Aws.CloudWatchLogs;
using Macro.Aws.Iam;
using Macro.Aws.Lambda;
using Macro.Aws.StepFunctions;

namespace Macro.Cli.Deployed.Access;

/// <summary>The clients of one region.</summary>
/// <param name="Region">The region.</param>
/// <param name="Account">The account id.</param>
/// <param name="Lambda">AWS Lambda.</param>
/// <param name="Logs">CloudWatch Logs.</param>
/// <param name="StepFunctions">AWS Step Functions.</param>
/// <param name="Iam">IAM, of the region's partition.</param>
internal sealed record RegionClients(
    string Region, string Account, LambdaClient Lambda, CloudWatchLogsClient Logs, StepFunctionsClient StepFunctions, IamClient Iam);
