using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Configuration.Rules;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>The data of one deployment while its template is instrumented. Every edit of the template goes through it.</summary>
internal sealed class InstrumentationContext
{
    /// <summary>Region, such as <c>eu-west-3</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Account id; null when the event has none.</summary>
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

    /// <summary>The settings of the host.</summary>
    public required MacroSettings Settings { get; init; }

    /// <summary>The diagnostics so far.</summary>
    public required DiagnosticBag Diagnostics { get; init; }

    /// <summary>The edits so far.</summary>
    public required ChangeJournal Journal { get; init; }

    /// <summary>What the macro added to the template.</summary>
    public Additions Additions => field ??= new Additions(Template, Journal);

    /// <summary>The resources that the parameter <c>exclude</c> lists.</summary>
    public ExclusionList Exclusions => field ??= new ExclusionList(Config);

    /// <summary>Texts that must not be displayed.</summary>
    public required Secrets Secrets { get; init; }

    /// <summary>The layer versions that functions use, in the order of their first use.</summary>
    public List<UsedLayer> UsedLayers { get; } = [];

    /// <summary>The log groups to forward besides those of functions.</summary>
    public List<ForwardedLog> ForwardedLogs { get; } = [];

    /// <summary>Whether instrumentation is being reverted. Default: false.</summary>
    public bool IsReverting { get; init; }

    /// <summary>The policies that the template attaches to roles, by the logical ids of the roles.</summary>
    public ILookup<string?, Resource> AttachedPolicies => field ??= Template.Resources
        .Where(resource => resource.Type is ResourceTypes.Policy or ResourceTypes.ManagedPolicy or ResourceTypes.RolePolicy
            && resource.Properties is not null)
        .SelectMany(RolesOf, (policy, role) => new Attachment(role, policy))
        .ToLookup(attachment => attachment.Role, attachment => attachment.Policy);

    /// <summary>Creates the editor of a resource.</summary>
    public ResourceEditor Edit(Resource resource) => new(resource.LogicalId, Journal);

    /// <summary>Whether the values of a parameter must not be displayed.</summary>
    public bool IsSecret(Parameter parameter) => parameter.IsSecret || Settings.SecretParameters.Contains(parameter.Name);

    /// <summary>Adds a resource under the wanted logical id, or updates the one that an earlier run added.</summary>
    /// <param name="wanted">The logical id; a hash is appended if another resource has it.</param>
    /// <param name="body">The whole resource.</param>
    /// <param name="mayReplace">Whether the body may replace a resource that the macro added.</param>
    /// <returns>The logical id that the resource got.</returns>
    public string AddOrUpdate(string wanted, ObjectNode body, Func<Resource, bool> mayReplace)
    {
        var logicalId = Template.FindId(wanted, resource => Additions.Owns(resource) && mayReplace(resource));
        Journal.Record(ChangeKind.Resource, logicalId, null, Template.ResourceSection, logicalId, ValueVisibility.Shown);
        Template.AddOrUpdate(logicalId, body);
        return logicalId;
    }

    /// <summary>Adds a resource under a logical id that is free.</summary>
    public void Add(string logicalId, ObjectNode body)
    {
        Journal.Record(ChangeKind.Resource, logicalId, null, Template.ResourceSection, logicalId, ValueVisibility.Shown);
        Template.AddOrUpdate(logicalId, body);
    }

    /// <summary>Removes a resource.</summary>
    public void Remove(Resource resource)
    {
        Journal.Record(ChangeKind.Resource, resource.LogicalId, null, Template.ResourceSection, resource.LogicalId, ValueVisibility.Shown);
        Template.Remove(resource);
    }

    /// <summary>A policy of a role. A class, since each generic method over a struct is compiled separately.</summary>
    private sealed record Attachment(string? Role, Resource Policy);

    private static IEnumerable<string?> RolesOf(Resource policy) => policy.Property("Roles"u8) is ArrayNode roles
        ? roles.Select(References.Target)
        : [References.Target(policy.Property("RoleName"u8))];
}
