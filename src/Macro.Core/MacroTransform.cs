using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda;
using Macro.Core.Lambda.Steps;
using Macro.Core.LogForwarding;
using Macro.Core.Pipeline;
using Macro.Core.Protocol;
using Macro.Core.StepFunctions;
using Macro.Core.StepFunctions.Steps;
using Macro.Json;

namespace Macro.Core;

/// <summary>The one entry: a macro event in, a response out. The only place where the order of things is written.</summary>
public static class MacroTransform
{
    /// <summary>Answers one event. Pure: the same bytes and settings give the same response; nothing else is read.</summary>
    /// <param name="request">The macro event as it came, UTF-8 JSON.</param>
    /// <param name="settings">What the host knows of itself.</param>
    /// <returns>A success, or a failure that names every problem; bad input never throws.</returns>
    public static MacroResponse Run(ReadOnlyMemory<byte> request, MacroSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var diagnostics = new DiagnosticBag();
        var requestId = "";
        try
        {
            using var parsed = MacroRequest.Read(request, diagnostics);
            requestId = parsed.RequestId;
            return Answer(parsed, settings, diagnostics);
        }
        catch (DuplicateKeyException fault)
        {
            diagnostics.Add(RequestDiagnostics.DuplicateKey.For(new TemplatePathTarget(fault.Path), fault.Key));
            return new MacroResponse(requestId, null, diagnostics.All);
        }
    }

    private static MacroResponse Answer(MacroRequest request, MacroSettings settings, DiagnosticBag diagnostics)
    {
        var template = request.Fragment is { } fragment ? Template.Open(fragment) : null;
        if (request.Fragment is not null && template is null) diagnostics.Add(RequestDiagnostics.NoResources.For(DiagnosticTarget.Request));
        if (template is null) return new MacroResponse(request.RequestId, null, diagnostics.All);

        var evaluator = new Evaluator(template.Root, new TemplateValues(request.Region, request.AccountId, template.Section("Parameters"u8), request.TemplateParameterValues));
        var configReader = new ConfigReader(evaluator, diagnostics);
        var config = configReader.ReadStack(settings.Variables, request.Parameters, DatadogMapping(template));
        if (config.Text(ParameterCatalog.Enabled) == "false") return new MacroResponse(request.RequestId, Write(template, int.MaxValue), []);
        if (TemplateLimits.RefuseUnread(template, diagnostics)) return new MacroResponse(request.RequestId, null, diagnostics.All);

        var context = new InstrumentationContext(request.Region, request.AccountId, template, evaluator, config, diagnostics);
        ConfigRules.CheckStack(context);
        foreach (var loop in template.Loops) diagnostics.Add(RequestDiagnostics.ForEachLoop.For(new ResourceTarget(loop), loop));
        HashSet<string> instrumented = [.. InstrumentFunctions(context, configReader, settings), .. InstrumentStateMachines(context, configReader)];
        return Finish(request, context, [.. template.Resources.Select(resource => resource.LogicalId).Where(instrumented.Contains)]);
    }

    private static List<string> InstrumentFunctions(InstrumentationContext context, ConfigReader configReader, MacroSettings settings)
    {
        var functions = new FunctionFinder(context, configReader).Find().ToList();
        FunctionRules.Check(functions, context);
        var steps = FunctionSteps.InOrder();
        foreach (var function in functions)
        {
            foreach (var step in steps) step.Apply(function, context);
            FunctionLimits.Check(function, context.Diagnostics);
        }
        LogSubscriptions.Add(functions, context, settings);
        return functions.ConvertAll(function => function.LogicalId);
    }

    private static List<string> InstrumentStateMachines(InstrumentationContext context, ConfigReader configReader)
    {
        var machines = new StateMachineFinder(context, configReader).Find().ToList();
        var steps = StateMachineSteps.InOrder();
        foreach (var machine in machines)
        {
            foreach (var step in steps) step.Apply(machine, context);
        }
        return machines.ConvertAll(machine => machine.LogicalId);
    }

    private static MacroResponse Finish(MacroRequest request, InstrumentationContext context, List<string> instrumented)
    {
        var (template, diagnostics) = (context.Template, context.Diagnostics);
        foreach (var warning in Report.Inherited(template, instrumented.ToHashSet())) diagnostics.Add(warning);
        TemplateLimits.CheckResources(template, diagnostics);
        if (diagnostics.HasErrors) return new MacroResponse(request.RequestId, null, diagnostics.All);

        var findings = Report.Ordered(diagnostics.All, instrumented);
        Report.Write(template, instrumented, findings);
        var fragment = Write(template, TemplateLimits.MaxWritten);
        TemplateLimits.CheckSize(fragment.Length, diagnostics);
        TemplateLimits.CheckDepth(template, fragment.Written.Span, diagnostics);
        if (!diagnostics.HasErrors) return new MacroResponse(request.RequestId, fragment, findings, instrumented);
        fragment.Dispose();
        return new MacroResponse(request.RequestId, null, diagnostics.All);
    }

    private static Node? DatadogMapping(Template template) => (template.Section("Mappings"u8)?["Datadog"u8] as ObjectNode)?["Parameters"u8];

    private static Utf8Buffer Write(Template template, int most)
    {
        var output = new Utf8Buffer(2 * template.Root.Origin.Raw.Length, most);
        template.Root.WriteTo(output);
        return output;
    }
}
