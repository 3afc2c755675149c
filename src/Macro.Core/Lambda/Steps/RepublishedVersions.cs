using System.Text;
using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Lambda.Checks;
using Macro.Core.Lambda.Functions;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>
/// Publishes versions again when what the macro sets on their function has changed. CloudFormation publishes a version only under a new
/// logical id, so the versions of the template get one that depends on the function's settings; all references follow.
/// </summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html,
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
/// </remarks>
internal static class RepublishedVersions
{

    public static void Publish(IReadOnlyList<LambdaFunction> functions, InstrumentationContext context)
    {
        var asking = functions.Where(function => function.Config.IsTrue(ParameterCatalog.RepublishVersions))
            .ToDictionary(function => function.LogicalId);
        if (asking.Count == 0) return;
        foreach (var function in asking.Values) PublishAlias(function);
        var renamed = new Dictionary<string, string>();
        foreach (var version in context.Template.OfType(ResourceTypes.LambdaVersion).ToList())
        {
            if (References.Target(version.Property("FunctionName"u8)) is not { } name) continue;
            if (!asking.TryGetValue(name, out var function)) continue;
            var original = context.Additions.Renamed.GetValueOrDefault(version.LogicalId) ?? version.LogicalId;
            Rename(version, $"{original}Datadog{LogicalId.Hash(Settings(function))}", original, renamed, context);
        }
        if (renamed.Count > 0) Follow(renamed, context);
    }

    /// <summary>Gives the versions their own logical ids again.</summary>
    public static void Revert(InstrumentationContext context)
    {
        var renamed = new Dictionary<string, string>();
        foreach (var (name, original) in context.Additions.Renamed.ToList())
        {
            if (context.Template.Find(name, ResourceTypes.LambdaVersion) is { } version && !context.Template.Has(original))
                Rename(version, original, original, renamed, context);
        }
        if (renamed.Count > 0) Follow(renamed, context);
    }

    private static void PublishAlias(LambdaFunction function)
    {
        if (!function.IsSam || function.Property("AutoPublishAlias"u8) is null || !FrozenVersions.CanPublishAlias(function)) return;
        if (function.Evaluator.Text(function.Property(FrozenVersions.AllProperties.Utf8)) != "true")
        {
            var name = FrozenVersions.AllProperties;
            function.Editor.Set(ChangeKind.Property, name.Text, function.Properties, name, ScalarNode.FromJson("true"));
        }
    }

    private static void Rename(
        Resource version, string wanted, string original, Dictionary<string, string> renamed, InstrumentationContext context)
    {
        var name = LogicalId.MakeUnique(wanted, free => free == version.LogicalId || !context.Template.Has(free));
        context.Additions.Renamed.Remove(version.LogicalId);
        if (name != original) context.Additions.Renamed[name] = original;
        if (name == version.LogicalId) return;
        var body = (ObjectNode)version.Body.Detach();
        context.Remove(version);
        context.Add(name, body);
        renamed[version.LogicalId] = name;
    }

    /// <summary>Makes every reference follow the new logical ids.</summary>
    private static void Follow(Dictionary<string, string> renamed, InstrumentationContext context)
    {
        foreach (var resource in context.Template.Resources)
        {
            var editor = context.Edit(resource);
            ReferenceWalk.Visit(
                resource.Body, renamed.GetValueOrDefault,
                (parent, place) => editor.Record(ChangeKind.Property, "reference", parent, place));
            FollowDependencies(resource.Body, renamed, editor);
        }
        foreach (var (name, output) in context.Template.Section("Outputs"u8) ?? [])
        {
            ReferenceWalk.Visit(output, renamed.GetValueOrDefault, (parent, place) => context.Journal.Record(
                ChangeKind.Property, name, "Outputs", parent, place, ValueVisibility.Shown));
        }
    }

    private static void FollowDependencies(ObjectNode body, Dictionary<string, string> renamed, ResourceEditor editor)
    {
        MemberName dependsOn = "DependsOn";
        if (body[dependsOn] is ArrayNode list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i].Text is { } name && renamed.TryGetValue(name, out var other))
                    editor.Replace(ChangeKind.Property, dependsOn.Text, list, i, other);
            }
        }
        else if (body[dependsOn]?.Text is { } name && renamed.TryGetValue(name, out var other))
        {
            editor.Set(ChangeKind.Property, dependsOn.Text, body, dependsOn, other);
        }
    }

    /// <summary>
    /// What the macro sets on a function and a version keeps. Nothing else may change the logical id, since Lambda refuses to publish a
    /// version of a function that is as it was.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html</remarks>
    private static string Settings(LambdaFunction function)
    {
        var (text, config) = (new StringBuilder(), function.Config);
        var extra = config.Items(ParameterCatalog.ExtraEnv).Select(item => (MemberName)item.Split('=')[0]);
        foreach (var name in SetVariables.Known.Concat(extra))
        {
            foreach (var value in function.Variables.Values(name)) text.Append(name.Text).Append('=').Append(value).Append(';');
        }
        if (function.Property("Layers"u8) is { } layers)
        {
            Intrinsic.Mentions(layers, layer =>
            {
                if (LanguageCatalog.IsDatadogLayer(LayerArn.Name(layer))) text.Append(layer).Append(';');
                return false;
            });
        }
        foreach (var arn in LanguageCatalog.All.Select(language => language.LayerArn).Append(ParameterCatalog.ExtensionLayerArn))
            text.Append(config.Text(arn)).Append(';');
        if (function.Evaluator.Text(function.Handler) is { } handler && LanguageCatalog.IsDatadogHandler(handler)) text.Append(handler);
        text.Append(config.IsTrue(ParameterCatalog.EnableXrayTracing)).Append(config.Text(ParameterCatalog.CustomHandler));
        return text.ToString();
    }
}
