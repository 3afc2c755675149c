using System.Text.Json;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>What the macro has no business with comes back byte for byte.</summary>
public sealed class UntouchedLaws
{
    private static readonly string[] OfFunction =
    [
        "Environment", "Layers", "Tags", "Handler", "Tracing", "TracingConfig", "ImageConfig", "Policies",
        "AutoPublishAliasAllProperties",
    ];
    private static readonly string[] OfMachine =
        ["Definition", "DefinitionString", "Tags", "LoggingConfiguration", "Logging", "Role", "RoleArn", "Policies"];
    private static readonly string[] OfStage = ["AccessLogSetting", "AccessLogSettings", "TracingEnabled", "StageDescription"];
    private static readonly string[] AddedTypes =
    [
        "AWS::Logs::SubscriptionFilter", "AWS::Logs::LogGroup", "AWS::IAM::Role", "AWS::IAM::Policy", "AWS::Lambda::Permission",
        "AWS::Lambda::Version", "Custom::DatadogLogGroups", "Datadog::Monitors::Monitor",
    ];

    [Fact]
    public void Run_SectionsThatAreNoResources_ComeBackByteForByte() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Run();
        if (!run.Succeeded) return;
        var came = template.Root();

        string[] edited = ["Resources", "Metadata", "Conditions", "Outputs"];
        foreach (var section in came.EnumerateObject().Where(section => !edited.Contains(section.Name)))
            run.Fragment.GetProperty(section.Name).GetRawText().ShouldBe(section.Value.GetRawText());
        foreach (var condition in Members(came, "Conditions"))
            run.Fragment.GetProperty("Conditions").GetProperty(condition.Name).GetRawText().ShouldBe(condition.Value.GetRawText());
        foreach (var output in Members(came, "Outputs"))
            run.Fragment.GetProperty("Outputs").GetProperty(output.Name).GetRawText().ShouldBe(output.Value.GetRawText());
        foreach (var metadata in Members(came, "Metadata").Where(metadata => metadata.Name != "DatadogServerless"))
            run.Fragment.GetProperty("Metadata").GetProperty(metadata.Name).GetRawText().ShouldBe(metadata.Value.GetRawText());
        Names(run.Fragment).Except(["Metadata", "Outputs"]).ShouldBe(Names(came).Except(["Metadata", "Outputs"]));
    });

    [Fact]
    public void Run_ResourcesThatAreNoTargets_ComeBackByteForByte() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Run();
        if (!run.Succeeded) return;

        foreach (var resource in template.Root()
            .GetProperty("Resources").EnumerateObject().Where(resource => !run.Instrumented.Contains(resource.Name)))
        {
            if (MayBeRepublished(template, resource.Value)) continue;
            if (Type(resource.Value) is "AWS::IAM::Role" or "AWS::Lambda::CodeSigningConfig")
                ShouldKeep(resource.Value, run.Resource(resource.Name), ["Policies", "AllowedPublishers"]);
            else run.Resource(resource.Name).GetRawText().ShouldBe(resource.Value.GetRawText());
        }
    });

    /// <summary>Versions get another logical id on request, which aliases follow; RepublishedVersionsTests has the rest.</summary>
    private static bool MayBeRepublished(TemplateCase template, JsonElement resource) =>
        template.Settings.Stack.Any(setting => setting.Name == "republishVersions")
        && Type(resource) is "AWS::Lambda::Version" or "AWS::Lambda::Alias";

    [Fact]
    public void Run_MembersThatTheMacroDoesNotSet_ComeBackByteForByte() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Run();
        if (!run.Succeeded) return;
        var came = template.Root().GetProperty("Resources");

        foreach (var id in run.Instrumented)
            ShouldKeep(came.GetProperty(id), run.Resource(id), id[0] switch { 'F' => OfFunction, 'O' => OfStage, _ => OfMachine });
    });

    [Fact]
    public void Run_Resources_KeepTheirOrderBeforeThoseThatAreAdded() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Run();
        if (!run.Succeeded) return;
        var resources = run.Fragment.GetProperty("Resources");
        var came = Names(template.Root().GetProperty("Resources")).Where(name => resources.TryGetProperty(name, out _)).ToList();

        Names(resources).Take(came.Count).ShouldBe(came);
        foreach (var added in resources.EnumerateObject().Skip(came.Count)) AddedTypes.ShouldContain(Type(added.Value));
    });

    [Fact]
    public void Run_VariablesOfTheUser_StayAsTheyAre() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Run();
        if (!run.Succeeded) return;
        var came = template.Root().GetProperty("Resources");

        foreach (var id in run.Instrumented.Where(id => id.StartsWith('F')))
        {
            if (!came.GetProperty(id).GetProperty("Properties").TryGetProperty("Environment", out var environment)) continue;
            foreach (var value in Secrets(environment)) run.Property("Environment", id)!.ShouldContain(value);
        }
    });

    [Fact]
    public void Run_Disabled_GivesTheSameBytes() => Law.Holds(TemplateCase.Any, template =>
    {
        var disabled = template.Under(("enabled", Given.Text("FALSE")));

        disabled.Run().Text.ShouldBe(disabled.Fragment);
    });

    [Fact]
    public void Run_ExcludedResources_ComeBackByteForByte() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Under(("exclude", new("[\"F0\",\"M*\",\"F?2\",\"?1\"]"))).Run();
        if (!run.Succeeded) return;

        foreach (var target in template.Resources.OfType<TargetCase>().Where(target => target.Id is not ("F2" or "F3")))
            run.Resource(target.Id).GetRawText().ShouldBe(template.Resource(target.Id).GetRawText());
    });

    [Fact]
    public void Run_ResourcesThatAreDisabled_ComeBackByteForByte() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var resources = template.Resources.Select((resource, i) => i % 2 == 0 ? Disabled(resource) : resource);
        var disabled = template with { Resources = [.. resources] };
        var run = disabled.Run();
        if (!run.Succeeded) return;

        var targets = disabled.Resources.OfType<TargetCase>().Where(target => target.Settings is [("enabled", { Value: "False" })]);
        foreach (var target in targets)
        {
            run.Resource(target.Id).GetRawText().ShouldBe(disabled.Resource(target.Id).GetRawText());
        }
    });

    private static ResourceCase Disabled(ResourceCase resource) =>
        resource is TargetCase target ? target with { Settings = [("enabled", Given.Text("False"))] } : resource;

    private static void ShouldKeep(JsonElement before, JsonElement after, string[] propertiesOfOurs)
    {
        Names(after).ShouldBe(Names(before));
        foreach (var member in before.EnumerateObject().Where(member => member.Name != "Properties"))
            after.GetProperty(member.Name).GetRawText().ShouldBe(member.Value.GetRawText());
        foreach (var property in Members(before, "Properties").Where(property => !propertiesOfOurs.Contains(property.Name)))
            after.GetProperty("Properties").GetProperty(property.Name).GetRawText().ShouldBe(property.Value.GetRawText());
        Names(after.GetProperty("Properties")).Except(propertiesOfOurs)
            .ShouldBe(Members(before, "Properties").Select(property => property.Name).Except(propertiesOfOurs));
    }

    /// <summary>The texts with a secret in them; only the handler's variable may go.</summary>
    private static IEnumerable<string> Secrets(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Where(member => member.Name is not ("DD_LAMBDA_HANDLER" or "DD_TAGS")).SelectMany(member => Secrets(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Secrets),
        JsonValueKind.String when element.GetString()!.Contains(Marker.Secret, StringComparison.Ordinal) => [element.GetRawText()],
        _ => [],
    };

    private static string? Type(JsonElement resource) =>
        resource.ValueKind == JsonValueKind.Object && resource.TryGetProperty("Type", out var type) ? type.GetString() : null;

    private static IEnumerable<string> Names(JsonElement @object) => @object.EnumerateObject().Select(member => member.Name);

    private static IEnumerable<JsonProperty> Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object
            ? member.EnumerateObject()
            : Enumerable.Empty<JsonProperty>();
}
