using System.Text.Json;
using Macro.Cli.Deployed.Execution;
using Macro.Cli.Deployed.Messages;
using Macro.Cli.Deployed.Planning;
using Macro.Cli.Formatting;
using Macro.Cli.Rendering;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Plans;

/// <summary>Writes a plan, and what became of it, as JSON; docs/plan.schema.json describes it.</summary>
internal static class PlanJson
{
    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="request">What it is made of.</param>
    /// <param name="outcomes">What became of the resources that change; null for a plan that was not applied.</param>
    public static string Write(RunPlan plan, PlanRequest request, IReadOnlyList<ResourceOutcome>? outcomes) => JsonFormat.WriteIndented(
        json =>
    {
        var errors = outcomes?.ToDictionary(outcome => outcome.Plan, outcome => outcome.Error);
        json.WriteStartObject();
        json.WriteString(PlanNames.Version, MacroVersion.Text);
        json.WriteString(PlanNames.Command, request.Options.IsReverting ? PlanNames.Uninstrument : PlanNames.Instrument);
        json.WriteString(PlanNames.Account, plan.Account);
        json.WriteString(PlanNames.Caller, plan.Caller);
        WriteTexts(json, PlanNames.Regions, plan.Regions);
        WriteOptions(json, request.Options);
        WriteSettings(json, request);
        JsonChanges.WriteList(json, PlanNames.Findings, plan.Findings, WriteDiagnostic);
        JsonChanges.WriteList(json, PlanNames.Resources, plan.Resources, (writer, resource) =>
        {
            WriteResource(writer, resource);
            if (errors is not null && errors.TryGetValue(resource, out var error)) WriteOutcome(writer, error);
        });
        json.WriteEndObject();
    });

    /// <summary>The changes of a resource, as the plan has them.</summary>
    public static string Changes(ResourcePlan plan) => JsonFormat.WriteIndented(json =>
    {
        json.WriteStartArray();
        foreach (var line in plan.Lines)
        {
            json.WriteStartObject();
            JsonChanges.WriteChange(json, line);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static void WriteOptions(Utf8JsonWriter json, RunOptions options)
    {
        json.WriteStartObject(PlanNames.Options);
        json.WriteBoolean(PlanNames.Adopt, options.Adopts);
        json.WriteBoolean(PlanNames.ForceManaged, options.ForcesManaged);
        json.WriteBoolean(PlanNames.Publish, options.Publishes);
        if (options.Alias is not null) json.WriteString(PlanNames.Alias, options.Alias);
        if (options.Handler is not null) json.WriteString(PlanNames.Handler, options.Handler);
        json.WriteEndObject();
    }

    /// <summary>Writes the settings; of secret ones, and of those that no parameter has the name of, the name alone.</summary>
    private static void WriteSettings(Utf8JsonWriter json, PlanRequest request)
    {
        var settings = request.Settings.Parameters;
        json.WriteStartObject(PlanNames.Settings);
        foreach (var (name, value) in settings.Where(setting => !IsSecret(setting.Key)))
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
        json.WriteEndObject();
        var defaults = request.Settings.Defaults.ToLookup(entry => entry.Parameter.IsSecret);
        json.WriteStartObject(PlanNames.Defaults);
        foreach (var (parameter, value) in defaults[false]) json.WriteString(parameter.ProcessVariable, value);
        json.WriteEndObject();
        WriteTexts(json, PlanNames.SecretSettings, settings.Keys.Where(IsSecret).Union(defaults[true].Select(entry =>
            entry.Parameter.Name)));
    }

    private static bool IsSecret(string name) => ParameterCatalog.Find(name) is not { IsSecret: false };

    private static void WriteResource(Utf8JsonWriter json, ResourcePlan resource)
    {
        json.WriteString(PlanNames.Kind, resource.Kind);
        json.WriteString(PlanNames.Name, resource.Name);
        json.WriteString(PlanNames.Region, resource.Region);
        if (resource.Arn is not null) json.WriteString(PlanNames.Arn, resource.Arn);
        if (resource.Description is not null) json.WriteString(PlanNames.Runtime, resource.Description);
        json.WriteString(PlanNames.Status, resource.Status.ToString().ToLowerInvariant());
        if (resource.RevisionId is not null) json.WriteString(PlanNames.RevisionId, resource.RevisionId);
        if (resource.Reasons.Count > 0) JsonChanges.WriteList(json, PlanNames.Reasons, resource.Reasons, WriteDiagnostic);
        if (resource.Warnings.Count > 0) JsonChanges.WriteList(json, PlanNames.Warnings, resource.Warnings, WriteDiagnostic);
        JsonChanges.WriteList(json, PlanNames.Changes, resource.Lines, JsonChanges.WriteChange);
    }

    private static void WriteOutcome(Utf8JsonWriter json, Diagnostic? error)
    {
        json.WriteString(PlanNames.Result, error is null ? "done" : error.Kind == DeployedDiagnostics.NotStarted ? "not tried" : "failed");
        if (error is null) return;
        json.WriteStartObject(PlanNames.Error);
        WriteDiagnostic(json, error);
        json.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteString(PlanNames.Code, diagnostic.Code);
        json.WriteString(PlanNames.Message, diagnostic.Message);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
