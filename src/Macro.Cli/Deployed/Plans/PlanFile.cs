using System.Text.Json;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Planning;

namespace Macro.Cli.Deployed.Plans;

/// <summary>A plan that was written to a file.</summary>
/// <param name="Version">The version of the program that wrote it.</param>
/// <param name="Account">The account that it is for.</param>
/// <param name="Regions">The regions that it is for.</param>
/// <param name="Options">What is done.</param>
/// <param name="Parameters">The settings, without secret ones.</param>
/// <param name="Defaults">The account-wide defaults by variable, without secret ones.</param>
/// <param name="SecretParameters">The names of the secret settings.</param>
/// <param name="Resources">The resources that change.</param>
internal sealed record PlanFile(
    string Version, string Account, IReadOnlyList<string> Regions, RunOptions Options,
    IReadOnlyDictionary<string, JsonElement> Parameters, IReadOnlyDictionary<string, string> Defaults,
    IReadOnlyList<string> SecretParameters, IReadOnlyList<PlannedResource> Resources)
{
    /// <summary>Reads a plan.</summary>
    /// <exception cref="FormatException">The text is not a plan; the message says why, in the middle of a sentence.</exception>
    public static PlanFile Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw new FormatException("it is not JSON");
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("a member is missing or of the wrong type");
        }
    }

    private static PlanFile Read(JsonElement root)
    {
        var options = root.GetProperty(PlanNames.Options);
        return new(
            Text(root, PlanNames.Version)!, Text(root, PlanNames.Account)!, Texts(root, PlanNames.Regions),
            new RunOptions
            {
                IsReverting = Text(root, PlanNames.Command) switch
                {
                    PlanNames.Instrument => false,
                    PlanNames.Uninstrument => true,
                    _ => throw new FormatException("its command is not known"),
                },
                Adopts = options.GetProperty(PlanNames.Adopt).GetBoolean(),
                ForcesManaged = options.GetProperty(PlanNames.ForceManaged).GetBoolean(),
                Publishes = options.GetProperty(PlanNames.Publish).GetBoolean(),
                Alias = Text(options, PlanNames.Alias),
                Handler = Text(options, PlanNames.Handler),
            },
            root.GetProperty(PlanNames.Settings).EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value),
            root.GetProperty(PlanNames.Defaults).EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!),
            Texts(root, PlanNames.SecretSettings),
            [
                .. root.GetProperty(PlanNames.Resources).EnumerateArray()
                    .Where(resource => Text(resource, PlanNames.Status) == PlanNames.Change).Select(PlannedResource.Read),
            ]);
    }

    /// <summary>The ARNs of the resources of a kind.</summary>
    public IReadOnlyList<string> ArnsOf(string kind) =>
        [.. Resources.Where(resource => resource.Kind == kind).Select(resource => resource.Arn)];

    /// <summary>The settings with the secret ones.</summary>
    /// <param name="given">Settings from the command line.</param>
    public EngineSettings SettingsWith(IReadOnlyDictionary<string, JsonElement> given)
    {
        var parameters = new Dictionary<string, JsonElement>(Parameters);
        foreach (var name in SecretParameters)
        {
            if (given.TryGetValue(name, out var value)) parameters[name] = value;
        }
        return new EngineSettings(parameters, Defaults);
    }

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<string> Texts(JsonElement parent, string name) =>
        [.. parent.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}

/// <summary>A resource of a plan that was written to a file.</summary>
/// <param name="Kind">The kind of the resource.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Its region.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="RevisionId">The revision that the plan is for.</param>
/// <param name="Changes">The changes as JSON text.</param>
internal sealed record PlannedResource(string Kind, string Name, string Region, string Arn, string? RevisionId, string Changes)
{
    internal static PlannedResource Read(JsonElement json) => new(
        json.GetProperty(PlanNames.Kind).GetString()!, json.GetProperty(PlanNames.Name).GetString()!,
        json.GetProperty(PlanNames.Region).GetString()!, json.GetProperty(PlanNames.Arn).GetString()!,
        json.TryGetProperty(PlanNames.RevisionId, out var revision) ? revision.GetString() : null,
        Compact(json.GetProperty(PlanNames.Changes)));

    /// <summary>Whether a plan that is made now is the one in the file.</summary>
    public bool Is(ResourcePlan plan)
    {
        using var document = JsonDocument.Parse(PlanJson.Changes(plan));
        return plan.RevisionId == RevisionId && Compact(document.RootElement) == Changes;
    }

    /// <summary>The changes in one spelling, independent of layout and escapes.</summary>
    private static string Compact(JsonElement changes) => string.Join('\n', changes.EnumerateArray().Select(change =>
        string.Join('\t', change.EnumerateObject().Select(member => $"{member.Name}={member.Value.GetString()}"))));
}
