using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Configuration.Rules;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>What is known of one deployment while its template is instrumented, and the way through which every edit of it goes.</summary>
internal sealed class InstrumentationContext
{
    /// <summary>Region, such as <c>eu-west-3</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Account; null when the event does not tell.</summary>
    public required string? AccountId { get; init; }

    /// <summary>The template, edited in place.</summary>
    public required Template Template { get; init; }

    /// <summary>Evaluates the template's intrinsic functions.</summary>
    public required Evaluator Evaluator { get; init; }

    /// <summary>The settings of the stack.</summary>
    public required MacroConfig Config { get; init; }

    /// <summary>Reads the settings of single resources.</summary>
    public required ConfigReader ConfigReader { get; init; }

    /// <summary>Checks settings against the rules between parameters.</summary>
    public required ConfigValidator ConfigValidator { get; init; }

    /// <summary>What the host knows of itself.</summary>
    public required MacroSettings Settings { get; init; }

    /// <summary>What was noticed so far.</summary>
    public required DiagnosticBag Diagnostics { get; init; }

    /// <summary>What was edited so far.</summary>
    public required ChangeJournal Journal { get; init; }

    /// <summary>Texts that may not be shown to people.</summary>
    public required Secrets Secrets { get; init; }

    /// <summary>Whether instrumentation is taken back. Default: false.</summary>
    public bool IsReverting { get; init; }

    /// <summary>The way to edit a resource.</summary>
    public ResourceEditor Edit(Resource resource) => new(resource.LogicalId, Journal);

    /// <summary>Whether a setting's value may be shown to people.</summary>
    public bool IsSecret(Parameter parameter) => parameter.IsSecret || Settings.SecretParameters.Contains(parameter.Name);

    /// <summary>Adds a resource of ours under the wanted logical id, or brings the one of an earlier run up to date.</summary>
    /// <param name="wanted">The logical id; a hash is appended where another resource has it.</param>
    /// <param name="body">The whole resource.</param>
    /// <param name="isMacroOwned">Tells a resource of ours from one of the template's own.</param>
    /// <returns>The logical id that the resource got.</returns>
    public string AddOrUpdate(string wanted, ObjectNode body, Func<Resource, bool> isMacroOwned)
    {
        var logicalId = AddedResource.FindId(Template, wanted, isMacroOwned);
        Journal.Record(ChangeKind.Resource, logicalId, null, Template.ResourceSection, logicalId, ValueVisibility.Shown);
        Template.AddOrUpdate(logicalId, body);
        return logicalId;
    }

    /// <summary>Removes a resource of ours.</summary>
    public void Remove(Resource resource)
    {
        Journal.Record(ChangeKind.Resource, resource.LogicalId, null, Template.ResourceSection, resource.LogicalId, ValueVisibility.Shown);
        Template.Remove(resource);
    }
}
