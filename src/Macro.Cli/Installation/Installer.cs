using Macro.Aws.CloudFormation;
using Macro.Aws.S3;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Installation;

/// <summary>Creates or updates the macro's stack. Running it again after a failure continues: what exists is left as it is.</summary>
/// <param name="stacks">CloudFormation in the macro's region.</param>
/// <param name="objects">S3 in the macro's region.</param>
/// <param name="wait">Waits for changes of the stack.</param>
/// <param name="output">Where results are printed.</param>
internal sealed class Installer(CloudFormationClient stacks, S3Client objects, StackWaiter wait, InstallOutput output)
{
    private readonly InstallTemplate _template = InstallTemplate.Load();

    /// <summary>Installs or upgrades.</summary>
    /// <param name="request">What, and where.</param>
    /// <param name="changeSet">A name for the change set that no other run uses.</param>
    /// <param name="cancel">Ends the work; a change that CloudFormation has begun goes on.</param>
    /// <exception cref="InstallFailedException">It cannot be installed.</exception>
    /// <exception cref="Aws.AwsException">A call failed.</exception>
    public async Task RunAsync(InstallRequest request, string changeSet, CancellationToken cancel)
    {
        if (request.Parameters.Keys.FirstOrDefault(name => !_template.ParameterNames.Contains(name)) is { } unknown)
            throw new InstallFailedException(InstallDiagnostics.UnknownParameter.For(DiagnosticTarget.Request, unknown));
        var stack = await stacks.FindStackAsync(request.StackName, cancel);
        if (request.MustExist && StackState.IsNew(stack))
            throw new InstallFailedException(InstallDiagnostics.NotInstalled.For(DiagnosticTarget.Request, request.StackName));
        if (StackState.FindProblem(stack) is { } problem) throw new InstallFailedException(problem);

        var change = new NewChangeSet(
            request.StackName, changeSet, StackState.IsNew(stack), _template.Body, Parameters(request, stack), request.Capabilities);
        if (request.IsDryRun) PrintCalls(request, change);
        else await ApplyAsync(request, change, cancel);
    }

    private async Task ApplyAsync(InstallRequest request, NewChangeSet change, CancellationToken cancel)
    {
        if (request.Code is { } code) await UploadAsync(code, cancel);
        await stacks.CreateChangeSetAsync(change, cancel);
        output.Did($"created the change set {change.Name} of stack {change.StackName}, which is not executed");
        if (await wait.ForChangeSetAsync(change.StackName, change.Name, cancel) is not { } planned)
        {
            await stacks.DeleteChangeSetAsync(change.StackName, change.Name, cancel);
            output.Undid();
            output.Print($"The stack {change.StackName} is up to date.");
            return;
        }
        foreach (var resource in planned.Changes) output.Print(Describe(resource));
        await stacks.ExecuteChangeSetAsync(change.StackName, change.Name, cancel);
        output.Undid();
        output.Did($"started the change of stack {change.StackName}");
        var stack = await wait.ForStackAsync(change.StackName, cancel);
        output.Print($"The stack {change.StackName} has status {stack.Status}.");
        foreach (var (name, value) in stack.Outputs) output.Print($"  {name}: {value}");
    }

    private async Task UploadAsync(CodeUpload code, CancellationToken cancel)
    {
        var isNew = await objects.PutNewObjectAsync(code.Bucket, code.Key, code.Content, cancel);
        output.Print(isNew ? $"Uploaded s3://{code.Bucket}/{code.Key}." : $"s3://{code.Bucket}/{code.Key} exists already.");
        if (isNew) output.Did($"uploaded s3://{code.Bucket}/{code.Key}");
    }

    /// <summary>The values that are given, then those that the stack has; what remains has the template's default.</summary>
    private List<StackParameter> Parameters(InstallRequest request, StackDescription? stack)
    {
        var given = new Dictionary<string, string>(request.Parameters);
        if (request.Code is { } code) (given["CodeBucketPrefix"], given["CodeBucket"], given["CodeKey"]) = ("none", code.Bucket, code.Key);
        else if (given.ContainsKey("CodeBucketPrefix")) (given["CodeBucket"], given["CodeKey"]) = ("none", "none");
        return
        [
            .. _template.ParameterNames.Order(StringComparer.Ordinal)
                .Where(name => given.ContainsKey(name) || stack?.Parameters.ContainsKey(name) is true)
                .Select(name => new StackParameter(name, given.GetValueOrDefault(name))),
        ];
    }

    private void PrintCalls(InstallRequest request, NewChangeSet change)
    {
        output.Print("No call that changes something was made. These would be, in this order:");
        if (request.Code is { } code)
            output.Print($"  s3:PutObject s3://{code.Bucket}/{code.Key}, {code.Content.Length} bytes, if there is no such object");
        output.Print($"  cloudformation:CreateChangeSet {change.StackName}, to {(change.CreatesStack ? "create" : "update")} the stack");
        foreach (var parameter in change.Parameters)
        {
            var value = parameter.Value is null ? "as it is" : _template.IsSecret(parameter.Name) ? "********" : parameter.Value;
            output.Print($"    {parameter.Name}: {value}");
        }
        output.Print($"  cloudformation:DescribeChangeSet {change.StackName}, until the change set is complete");
        output.Print($"  cloudformation:ExecuteChangeSet {change.StackName}");
        output.Print($"  cloudformation:DescribeStacks {change.StackName}, until the stack is complete");
    }

    private static string Describe(PlannedChange change) =>
        $"  {change.Action,-7} {change.LogicalId} ({change.Type}){(change.Replacement == "True" ? ", replaced" : "")}";
}
