using System.Text.Json;
using FsCheck.Fluent;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>
/// A resource that the template had before the first run changes only in the properties that the contract names for its type, although its
/// logical id and names are those of the macro's own resources.
/// </summary>
public sealed class OwnershipLaws
{
    private static readonly string[] OfFunction = ["Environment", "Layers", "Tags", "Handler"];
    private static readonly string[] OfMachine = ["LoggingConfiguration", "RoleArn", "Tags", "Definition"];
    private static readonly string[] OfRole = ["Policies"];

    [Fact]
    public void Run_ResourcesUnderTheMacrosIds_ChangeOnlyWhatTheContractNames() => Law.Holds(RivalCase.Cases, rivals =>
    {
        using var template = JsonDocument.Parse(rivals.Fragment);
        var run = MacroRun.Of(rivals.Fragment, rivals.Parameters);

        foreach (var resource in template.RootElement.GetProperty("Resources").EnumerateObject())
        {
            var mayChange = resource.Value.GetProperty("Type").GetString() switch
            {
                "AWS::Lambda::Function" => OfFunction,
                "AWS::StepFunctions::StateMachine" => OfMachine,
                "AWS::IAM::Role" => OfRole,
                _ => [],
            };
            Without(run.Resource(resource.Name), mayChange).ShouldBe(Without(resource.Value, mayChange), resource.Name);
        }
    });

    /// <summary>Every filter of the macro's name belongs to another log group, or their conditions exclude each other.</summary>
    [Fact]
    public void Run_Filters_AreOneForEachLogGroup() => Law.Holds(RivalCase.Cases, rivals =>
    {
        var run = MacroRun.Of(rivals.Fragment, rivals.Parameters);

        var added = run.Fragment.GetProperty("Metadata").GetProperty("DatadogServerless").TryGetProperty("Added", out var list)
            ? list.EnumerateArray().Select(id => id.GetString()!).ToList()
            : [];
        added.Where(id => run.Resource(id).GetProperty("Type").GetString() == "AWS::Logs::SubscriptionFilter")
            .Select(id => (run.Property("LogGroupName", id), run.Property("FilterName", id),
                run.Resource(id).TryGetProperty("Condition", out var condition) ? condition.GetString() : null))
            .ShouldBeUnique();
    });

    private static string Without(JsonElement resource, string[] names) => string.Join('\n', resource.EnumerateObject().SelectMany(member =>
        member.Name == "Properties" && member.Value.ValueKind == JsonValueKind.Object
            ? member.Value.EnumerateObject().Where(property => !names.Contains(property.Name)).Select(property => property.ToString())
            : [member.ToString()]));
}
