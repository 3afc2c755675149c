using Macro.Cli.Changes;
using Macro.Cli.Hosting;
using Macro.Cli.Search;

namespace Macro.Cli.Commands;

/// <summary>Finds what the macro would change in many templates.</summary>
internal static class ComparedTemplates
{
    /// <summary>Compares the templates of a command line in parallel, and hands over the results in order.</summary>
    /// <param name="title">One word for the work.</param>
    /// <param name="names">File names, folders and patterns.</param>
    /// <param name="deployment">The deployment to simulate.</param>
    /// <param name="host">Reads the files and shows the progress.</param>
    /// <param name="use">Receives the changes of each template. If it fails, it receives a result that says so instead.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The exit status.</returns>
    public static async Task<int> ForEachAsync(
        string title, string[] names, DeploymentArguments deployment, CommandHost host, Action<TemplateChanges> use,
        CancellationToken cancel)
    {
        var status = ExitCode.Success;
        HashSet<string>? declared = null;
        await TemplateRun.ForEachAsync(
            title, FileSearch.Find(names), (file, stop) => ComparedTemplate.Read(file, deployment, host, stop), ComparedTemplate.Nothing,
            ComparedTemplate.Failed,
            compared =>
            {
                use(compared.Changes);
                if (compared.IsInternalError) status = ExitCode.InternalError;
                else if (compared.Changes.IsRejected && status == ExitCode.Success) status = ExitCode.Rejected;
                if (compared.Parameters is { } parameters) (declared ??= []).UnionWith(parameters);
            },
            host, cancel);
        // A name may be meant for templates that are not among the files, so it is not an error here.
        deployment.Fits(declared, host);
        return status;
    }
}
