using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Protocol;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Configuration.Rules;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>Processes a macro event. This class alone defines the order of the steps.</summary>
/// <param name="kinds">Factories of the instrumenter of each kind of resource, in the order in which they run.</param>
internal sealed class InstrumentationPipeline(IReadOnlyList<Func<InstrumentationContext, IResourceInstrumenter>> kinds)
{
    /// <summary>Instruments the fragment of a macro event.</summary>
    /// <param name="request">The macro event.</param>
    /// <param name="settings">The settings of the host.</param>
    /// <param name="journal">Receives every edit.</param>
    public InstrumentationResult Run(ReadOnlyMemory<byte> request, MacroSettings settings, ChangeJournal journal) =>
        Read(request, new Job(settings, journal, IsReverting: false), Instrument);

    /// <summary>Reverts, in an instrumented fragment, what <see cref="Run"/> set on its resources.</summary>
    /// <param name="request">A macro event with the instrumented fragment.</param>
    /// <param name="settings">As for <see cref="Run"/>.</param>
    /// <param name="memories">The data from <see cref="InstrumentationResult.Memories"/>.</param>
    public InstrumentationResult Revert(
        ReadOnlyMemory<byte> request, MacroSettings settings, IReadOnlyDictionary<string, InstrumentationMemory> memories) =>
        Read(request, new Job(settings, new RecordingJournal(memories), IsReverting: true), Revert);

    private static InstrumentationResult Read(
        ReadOnlyMemory<byte> request, Job job, Func<MacroRequest, InstrumentationContext, InstrumentationResult> run)
    {
        var diagnostics = new DiagnosticBag();
        var requestId = "";
        try
        {
            using var opened = MacroRequest.Read(request);
            requestId = opened.RequestId;
            foreach (var problem in opened.Problems) diagnostics.Add(RequestErrors.From(problem));
            return Open(opened, job, diagnostics, run);
        }
        catch (DuplicateKeyException exception)
        {
            diagnostics.Add(RequestErrors.From(exception));
            return new InstrumentationResult(requestId, null, diagnostics.All);
        }
    }

    private static InstrumentationResult Open(
        MacroRequest request, Job job, DiagnosticBag diagnostics,
        Func<MacroRequest, InstrumentationContext, InstrumentationResult> run)
    {
        if (request.Fragment is not { } fragment) return new(request.RequestId, null, diagnostics.All);
        if (Template.Open(fragment) is not { } template)
        {
            diagnostics.Add(RequestDiagnostics.NoResources.For(DiagnosticTarget.Request));
            return new(request.RequestId, null, diagnostics.All);
        }
        var evaluator = new Evaluator(template.Root, new TemplateValues(
            request.Region, request.AccountId, template.Section("Parameters"u8), request.TemplateParameterValues));
        var reader = new ConfigReader(evaluator, diagnostics);
        var config = reader.ReadStack(job.Settings.Variables, request.Parameters, DatadogMapping(template));
        if (config.Text(ParameterCatalog.Enabled) == "false") return new(request.RequestId, Write(request, template, int.MaxValue), []);
        if (TemplateLimits.RefuseUnread(template, diagnostics)) return new(request.RequestId, null, diagnostics.All);
        return run(request, CreateContext(request, job, template, evaluator, reader, config, diagnostics));
    }

    private static InstrumentationContext CreateContext(
        MacroRequest request, Job job, Template template, Evaluator evaluator, ConfigReader reader, MacroConfig config,
        DiagnosticBag diagnostics) =>
        new()
        {
            Region = request.Region,
            AccountId = request.AccountId,
            Template = template,
            Evaluator = evaluator,
            Config = config,
            ConfigReader = reader,
            ConfigValidator = new ConfigValidator(config, new Deployment(request.Region, request.AccountId), diagnostics),
            Settings = job.Settings,
            Diagnostics = diagnostics,
            Journal = job.Journal,
            IsReverting = job.IsReverting,
            Secrets = new Secrets(job.Settings.SecretTexts),
        };

    private InstrumentationResult Instrument(MacroRequest request, InstrumentationContext context)
    {
        context.ConfigValidator.CheckStack();
        foreach (var loop in context.Template.Loops)
        {
            var kind = context.Settings.ExpandsLoopsFirst ? FunctionDiagnostics.LoopNotShown : RequestDiagnostics.ForEachLoop;
            context.Diagnostics.Add(kind.For(new ResourceTarget(loop), loop));
        }
        var found = new List<FoundResource>();
        foreach (var create in kinds)
        {
            var kind = create(context);
            found.AddRange(kind.Find());
            kind.Validate();
            kind.Instrument();
            kind.Complete();
        }
        CheckExclusions(context);
        return Finish(request, context, found);
    }

    /// <summary>
    /// Reports entries of <c>exclude</c> that match nothing, unless they are the account's default, which is for many templates, or a loop
    /// hides resources.
    /// </summary>
    private static void CheckExclusions(InstrumentationContext context)
    {
        if (context.Config.Text(ParameterCatalog.Exclude) is not { } excluded || context.Template.Loops.Any()) return;
        if (excluded == context.Settings.Variables.GetValueOrDefault(ParameterCatalog.Exclude.ProcessVariable)) return;
        foreach (var entry in context.Exclusions.Unmatched)
            context.Diagnostics.Add(ScopeDiagnostics.ExcludeMatchesNothing.For(ParameterCatalog.Exclude.Target, entry));
    }

    private InstrumentationResult Revert(MacroRequest request, InstrumentationContext context)
    {
        foreach (var create in kinds)
        {
            var kind = create(context);
            kind.Find();
            kind.Revert();
        }
        context.Additions.RemoveMembers();
        Report.Remove(context.Template);
        return new(request.RequestId, Write(request, context.Template, TemplateLimits.MaxWritten), context.Diagnostics.All)
        {
            Changes = context.Journal.Seal(context.Template),
            Secrets = context.Secrets,
        };
    }

    private static InstrumentationResult Finish(MacroRequest request, InstrumentationContext context, List<FoundResource> found)
    {
        var (template, diagnostics) = (context.Template, context.Diagnostics);
        var targets = found.Where(resource => resource.IsInstrumented).Select(resource => resource.LogicalId).ToHashSet();
        List<string> instrumented = [.. template.Resources.Select(resource => resource.LogicalId).Where(targets.Contains)];
        foreach (var warning in Report.Inherited(template, targets)) diagnostics.Add(warning);
        TemplateLimits.CheckResources(template, diagnostics);
        var metadata = template.Root["Metadata"u8];
        if (context.Additions.HasNew && (metadata is not (null or ObjectNode) || Intrinsic.Is(metadata)))
            diagnostics.Add(RequestDiagnostics.MetadataNotAnObject.For(new TemplatePathTarget(JsonPath.Create("Metadata"))));
        if (diagnostics.HasErrors) return new(request.RequestId, null, diagnostics.All);
        return WriteResult(request, context, found, instrumented);
    }

    private static InstrumentationResult WriteResult(
        MacroRequest request, InstrumentationContext context, List<FoundResource> found, List<string> instrumented)
    {
        var (template, diagnostics) = (context.Template, context.Diagnostics);
        var ordered = Report.Ordered(diagnostics.All, instrumented);
        Report.Write(template, instrumented, found, context, ordered);
        var response = Write(request, template, TemplateLimits.MaxWritten);
        TemplateLimits.CheckSize(response.FragmentLength, diagnostics);
        TemplateLimits.CheckDepth(template, response.Fragment.Span, diagnostics);
        if (diagnostics.HasErrors)
        {
            response.Dispose();
            return new(request.RequestId, null, diagnostics.All);
        }
        return new(request.RequestId, response, ordered)
        {
            Instrumented = instrumented,
            Resources = found,
            UsedLayers = context.UsedLayers,
            Changes = context.Journal.Seal(template),
            Secrets = context.Secrets,
            Memories = context.Journal.Memories,
        };
    }

    private static Node? DatadogMapping(Template template) =>
        (template.Section("Mappings"u8)?["Datadog"u8] as ObjectNode)?["Parameters"u8];

    private static MacroResponse Write(MacroRequest request, Template template, int maxLength) =>
        MacroResponse.Success(request.RequestId, template.Root, capacity: 2 * template.Root.Origin.Raw.Length, maxLength);

    /// <summary>The arguments of one run.</summary>
    private sealed record Job(MacroSettings Settings, ChangeJournal Journal, bool IsReverting);
}
