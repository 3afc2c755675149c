using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Configuration;

/// <summary>Reads the sources of the configuration, from the lowest to the highest: defaults, the macro's process, the stack, one resource.</summary>
internal sealed class ConfigReader(Evaluator evaluator, DiagnosticBag diagnostics)
{
    /// <summary>Who misspells more names than this gets no more help, since it takes time to find.</summary>
    private const int MaxSuggestions = 100;

    private int _suggestions;

    /// <summary>The settings of the stack.</summary>
    /// <param name="processVariables">Environment of the macro's process.</param>
    /// <param name="parameters">The transform's <c>params</c>; when empty, <paramref name="mapping"/> counts.</param>
    /// <param name="mapping"><c>Mappings.Datadog.Parameters</c> of the template.</param>
    public MacroConfig ReadStack(IReadOnlyDictionary<string, string> processVariables, Node? parameters, Node? mapping)
    {
        var source = parameters is null or ScalarNode { Spelling: null } or ObjectNode { Count: 0 } ? mapping : parameters;
        return MacroConfig.Defaults.MergedWith(ReadProcess(processVariables)).MergedWith(ReadObject(source, logicalId: null));
    }

    /// <summary>The settings of one resource: the stack's own object when it has no <c>Metadata.Datadog</c>.</summary>
    public MacroConfig ReadResource(Resource resource, MacroConfig stack) =>
        resource.DatadogMetadata is { } metadata ? stack.MergedWith(ReadObject(metadata, resource.LogicalId)) : stack;

    private List<Setting> ReadProcess(IReadOnlyDictionary<string, string> variables)
    {
        var settings = new List<Setting>();
        var parser = new SettingParser(evaluator, diagnostics);
        foreach (var parameter in ParameterCatalog.All)
        {
            if (variables.TryGetValue(parameter.ProcessVariable, out var value))
                settings.Add(parser.Parse(parameter, value, new ProcessVariableTarget(parameter.ProcessVariable)));
        }
        return settings;
    }

    private List<Setting> ReadObject(Node? source, string? logicalId)
    {
        var settings = new List<Setting>();
        if (source is null) return settings;
        if (source is not ObjectNode members)
        {
            diagnostics.Add(ParameterDiagnostics.ParametersNotAnObject.For(
                logicalId is null ? DiagnosticTarget.Request : new ResourceTarget(logicalId)));
            return settings;
        }
        var parser = new SettingParser(evaluator, diagnostics);
        foreach (var (name, value) in members)
        {
            DiagnosticTarget target = logicalId is null ? new MacroParameterTarget(name) : new ResourceParameterTarget(logicalId, name);
            if (ParameterCatalog.Find(name) is not { } parameter)
                ReportUnknown(name, target);
            else if (logicalId is not null && !parameter.PerResource)
                diagnostics.Add(ParameterDiagnostics.StackWideParameter.For(target, name));
            else if (settings.Exists(setting => setting.Parameter == parameter))
                diagnostics.Add(ParameterDiagnostics.TwoSpellings.For(target, name, parameter.Name));
            else
                settings.Add(parser.Parse(parameter, value, target));
        }
        return settings;
    }

    private void ReportUnknown(string name, DiagnosticTarget target)
    {
        var shown = name.Length > 0 ? name : "\"\"";
        var nearest = _suggestions++ < MaxSuggestions ? NearestName.Find(name, ParameterCatalog.Names) : null;
        diagnostics.Add(ParameterDiagnostics.UnknownParameter.For(target, shown, nearest));
    }
}
