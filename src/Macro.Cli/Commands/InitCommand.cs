using System.CommandLine;
using System.Text;
using Macro.Cli.Formatting;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Cli.Projects;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Commands;

/// <summary><c>macro init</c>: adds the macro to a project.</summary>
internal static class InitCommand
{
    private static readonly string[] Keys = ["apiKeySecretArn", "apiKeySsmArn", "apiKMSKey", "apiKey", "orgUuid"];

    public static Command Create(CommandHost host)
    {
        var name = new Argument<string>("PROJECT")
        {
            Description = "The folder of the project, or its file; without it, the current folder.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => ".",
        };
        var set = DeploymentOptions.Set("A macro parameter. May be repeated.");
        var yes = new Option<bool>("--yes", "-y") { Description = "Write the change without a question." };
        var command = new ExampleCommand(
            "init",
            "Add the macro to a template, CDK, Serverless Framework, Chalice or Zappa project. Shows the change before it is written.",
            "macro init",
            "macro init template.yaml --set apiKeySecretArn=ARN --set service=orders --yes") { name, set, yes };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(name)!, parsed.GetValue(set) ?? [], parsed.GetValue(yes), host, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        string name, Dictionary<string, string> given, bool isConfirmed, CommandHost host, CancellationToken cancel)
    {
        var fileName = name;
        try
        {
            fileName = ProjectSearch.Find(name);
            using var questions = host.InputIsTerminal ? new InitQuestions(host, cancel) : null;
            var bytes = await host.ReadFile(fileName, cancel);
            // A project that already has the macro is not asked for anything.
            var plan = Plan(fileName, bytes, new([.. given]));
            if (plan.IsDone)
                return host.Print($"{PrintableText.From(fileName)}: The {plan.Kind} already has the macro. Nothing is changed.\n");
            if (Settings(fileName, given, isConfirmed ? null : questions, host) is not { } settings) return ExitCode.Usage;
            return await WriteAsync(Plan(fileName, bytes, settings), settings, isConfirmed, questions, host, cancel);
        }
        catch (ProjectException exception)
        {
            var isFound = fileName != name || !Directory.Exists(name);
            var kind = isFound ? PreviewDiagnostics.NotInitialized : PreviewDiagnostics.NothingToInitialize;
            host.PrintError($"{fileName}: error {kind.For(DiagnosticTarget.Request, exception.Cause, exception.Remedy)}");
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            foreach (var finding in TemplateInput.Findings(exception, fileName)) host.PrintError(finding.Describe(fileName));
        }
        return ExitCode.Rejected;
    }

    private static ProjectPlan Plan(string fileName, ReadOnlyMemory<byte> bytes, ProjectSettings settings)
    {
        var folder = Path.GetDirectoryName(fileName) ?? "";
        switch (Path.GetFileName(fileName))
        {
            case "serverless.yml" or "serverless.yaml":
                return ServerlessProject.Plan(fileName, bytes, settings);
            case "cdk.json":
                return CdkProject.Plan(folder, bytes, settings);
            case "zappa_settings.json":
                return ZappaProject.Plan(fileName, bytes, settings);
            case "config.json" when Path.GetFileName(folder) == ".chalice":
                var root = Path.GetDirectoryName(folder) ?? "";
                var merged = Path.Join(root, ChaliceProject.MergeFile);
                return ChaliceProject.Plan(root, File.Exists(merged) ? (ReadOnlyMemory<byte>?)File.ReadAllBytes(merged) : null, settings);
            default:
                return TemplateProject.Plan(fileName, bytes, settings);
        }
    }

    /// <summary>The parameters: those of the command line, and on a terminal those that are asked for.</summary>
    /// <returns>Null when one is missing; the reason is written to standard error.</returns>
    private static ProjectSettings? Settings(string fileName, Dictionary<string, string> given, InitQuestions? questions, CommandHost host)
    {
        var unknown = given.Keys.Where(key => ParameterCatalog.Find(key) is null).ToList();
        foreach (var key in unknown)
        {
            var nearest = NearestName.Find(key, ParameterCatalog.Names) is { } known ? $" Did you mean {known}?" : "";
            host.PrintError($"There is no parameter {key}.{nearest} List all: macro parameters");
        }
        if (unknown.Count > 0) return null;
        var values = new Dictionary<string, string>(given);
        if (questions is not null) Ask(fileName, values, questions);
        if (!values.ContainsKey("forwarderArn") && !values.ContainsKey("addExtension")) values["addExtension"] = "true";
        var needsKey = values.GetValueOrDefault("addExtension") == "true" && !Keys.Any(values.ContainsKey);
        if (needsKey)
            host.PrintError("The extension needs an API key: --set apiKeySecretArn=ARN, or use a forwarder: --set forwarderArn=ARN");
        return needsKey ? null : new([.. values.OrderBy(value => value.Key is "addExtension" ? 0 : 1)]);
    }

    private static void Ask(string fileName, Dictionary<string, string> values, InitQuestions questions)
    {
        var isForwarder = values.ContainsKey("forwarderArn")
            || !values.ContainsKey("addExtension") && !Keys.Any(values.ContainsKey)
            && questions.Ask("Send data with the extension or a forwarder", "extension").StartsWith('f');
        if (isForwarder) Add("forwarderArn", "ARN of the Datadog Forwarder", null);
        else if (!Keys.Any(values.ContainsKey)) Add("apiKeySecretArn", "ARN of the secret with the API key", null);
        if (!isForwarder) Add("site", "Datadog site", "datadoghq.com");
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(fileName)));
        Add("service", "Service", folder);
        Add("env", "Environment (empty for none)", null);

        void Add(string parameter, string question, string? byDefault)
        {
            if (!values.ContainsKey(parameter) && questions.Ask(question, byDefault) is { Length: > 0 } answer) values[parameter] = answer;
        }
    }

    /// <summary>Code whose strings have the same values. Its tabs are its own, since those of values are escaped already.</summary>
    private static string Printable(string code) => string.Join('\t', code.Split('\t').Select(PrintableText.FromJson));

    private static async Task<int> WriteAsync(
        ProjectPlan plan, ProjectSettings settings, bool isConfirmed, InitQuestions? questions, CommandHost host, CancellationToken cancel)
    {
        if (plan.FileName is not { } fileName) return host.Print(string.Concat(Printable(settings.Mask(plan.Advice)), "\n", Next(plan)));
        var after = plan.After!.Value;
        var diff = UnifiedDiff.Write(Text(plan.Before ?? default), Text(after), new Colors(host.HasColors));
        host.Print($"{PrintableText.From(fileName)} ({plan.Kind}):\n{settings.Mask(diff)}");
        if (!isConfirmed && questions?.Ask("Write this change? Only yes is accepted", null) != "yes")
        {
            host.PrintError("Nothing is changed. Pass --yes to write the change.");
            return ExitCode.Success;
        }
        if (!IsUnchanged(fileName, plan.Before)) throw new ProjectException("It has changed meanwhile.", "Run the command again.");
        if (await OutputFile.Write(fileName, after, host, cancel) is not ExitCode.Success and var status) return status;
        return host.Print(Next(plan));
    }

    /// <summary>Whether a file is still as it was read; the author may have edited it while the question waited.</summary>
    private static bool IsUnchanged(string fileName, ReadOnlyMemory<byte>? before) => before is { } bytes
        ? File.Exists(fileName) && File.ReadAllBytes(fileName).AsSpan().SequenceEqual(bytes.Span)
        : !File.Exists(fileName);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF');

    private static string Next(ProjectPlan plan) => $"Next:\n{string.Concat(plan.Next.Select(line => $"  {PrintableText.From(line)}\n"))}";
}
