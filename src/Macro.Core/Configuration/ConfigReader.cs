using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Configuration;

/// <summary>
/// Reads the sources of the configuration. From lowest to highest: defaults, variables of the macro's process, parameters of the stack,
/// <c>Metadata.Datadog</c> of a resource.
/// </summary>
internal sealed class ConfigReader(Evaluator evaluator, DiagnosticBag diagnostics)
{
    /// <summary>The maximum number of unknown names that get a suggestion, to bound the time that finding them takes.</summary>
    private const int MaxSuggestions = 100;

    private readonly SettingParser _parser = new(evaluator, diagnostics);
    private int _suggestions;

    /// <summary>Reads the settings of the stack.</summary>
    /// <param name="processVariables">Environment of the macro's process.</param>
    /// <param name="parameters">The transform's <c>params</c>; if empty, <paramref name="mapping"/> is used.</param>
    /// <param name="mapping"><c>Mappings.Datadog.Parameters</c> of the template.</param>
    public MacroConfig ReadStack(IReadOnlyDictionary<string, string> processVariables, Node? parameters, Node? mapping)
    {
        var source = parameters is null or ScalarNode { Spelling: null } or ObjectNode { Count: 0 } ? mapping : parameters;
        return MacroConfig.Defaults.MergedWith(ReadProcess(processVariables)).MergedWith(ReadObject(source, logicalId: null));
    }

    /// <summary>Reads the settings of one resource; without <c>Metadata.Datadog</c>, the same object as <paramref name="stack"/>.</summary>
    public MacroConfig ReadResource(Resource resource, MacroConfig stack) =>
        resource.DatadogMetadata is { } metadata ? stack.MergedWith(ReadObject(metadata, resource.LogicalId)) : stack;

    private List<Setting> ReadProcess(IReadOnlyDictionary<string, string> variables)
    {
        var settings = new List<Setting>();
        foreach (var parameter in ParameterCatalog.All)
        {
            if (variables.TryGetValue(parameter.ProcessVariable, out var value))
                settings.Add(_parser.Parse(parameter, value, new ProcessVariableTarget(parameter.ProcessVariable)));
        }
        return settings;
    }

    private List<Setting> ReadObject(Node? source, string? logicalId)
    {
        var settings = new List<Setting>();
        if (source is ObjectNode members)
        {
            foreach (var (name, value) in members) ReadMember(name, value, logicalId, settings);
        }
        else if (source is not null)
        {
            diagnostics.Add(ParameterDiagnostics.ParametersNotAnObject.For(
                logicalId is null ? DiagnosticTarget.Request : new ResourceTarget(logicalId)));
        }
        return settings;
    }

    private void ReadMember(string name, Node value, string? logicalId, List<Setting> settings)
    {
        if (logicalId is not null && name == ParameterCatalog.IgnoreMember) return;
        DiagnosticTarget target = logicalId is null ? new MacroParameterTarget(name) : new ResourceParameterTarget(logicalId, name);
        if (ParameterCatalog.Find(name) is not { } parameter)
            ReportUnknown(name, target);
        else if (logicalId is not null && !parameter.PerResource)
            diagnostics.Add(ParameterDiagnostics.StackWideParameter.For(target, name));
        else if (Has(settings, parameter))
            diagnostics.Add(ParameterDiagnostics.TwoSpellings.For(target, name, parameter.Name));
        else
            settings.Add(_parser.Parse(parameter, value, target));
    }

    private static bool Has(List<Setting> settings, Parameter parameter)
    {
        foreach (var setting in settings)
        {
            if (setting.Parameter == parameter) return true;
        }
        return false;
    }

    private void ReportUnknown(string name, DiagnosticTarget target)
    {
        var shown = name.Length > 0 ? name : "\"\"";
        var nearest = ParameterCatalog.FindSuccessor(name)
            ?? (_suggestions++ < MaxSuggestions ? NearestName.Find(name, ParameterCatalog.Names) : null);
        diagnostics.Add(ParameterDiagnostics.UnknownParameter.For(target, shown, nearest));
    }
}
