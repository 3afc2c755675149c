using Macro.CloudFormation.Identifiers;
using Macro.Json;

namespace Macro.CloudFormation.Templates;

/// <summary>A template with its resources by logical id, in the order of the template.</summary>
public sealed class Template
{
    private const string ForEachPrefix = "Fn::ForEach::";
    private readonly Dictionary<string, Resource> _byLogicalId;
    private readonly List<Resource> _resources;
    private readonly HashSet<string> _malformed = [];
    private readonly HashSet<string> _added = [];
    private readonly List<string> _loops = [];

    private Template(ObjectNode root, ObjectNode resources)
    {
        Root = root;
        ResourceSection = resources;
        OriginalCount = resources.Count;
        _byLogicalId = new(OriginalCount);
        _resources = new(OriginalCount);
        var types = new StringPool();
        foreach (var (logicalId, node) in resources)
        {
            if (logicalId.StartsWith(ForEachPrefix, StringComparison.Ordinal)) _loops.Add(logicalId);
            else if (node is ObjectNode body && body.TextOf("Type"u8, types) is { } type) Register(new Resource(logicalId, type, body));
            else _malformed.Add(logicalId);
        }
    }

    /// <summary>The template as a whole.</summary>
    public ObjectNode Root { get; }

    /// <summary>The section <c>Resources</c>.</summary>
    public ObjectNode ResourceSection { get; }

    /// <summary>The number of entries in <c>Resources</c> when the template was opened.</summary>
    public int OriginalCount { get; }

    /// <summary>The well-formed resources in the order of the template, then added ones. Malformed ones stay as they are.</summary>
    public IReadOnlyList<Resource> Resources => _resources;

    /// <summary>Keys of <c>Fn::ForEach</c> loops that have not been expanded.</summary>
    public IReadOnlyList<string> Loops => _loops;

    /// <summary>Whether the AWS CDK made the template: it adds a resource <c>CDKMetadata</c>.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/cdk/v2/guide/usage-data.html</remarks>
    public bool IsFromCdk => _byLogicalId.ContainsKey("CDKMetadata");

    /// <summary>Opens a template; null when it has no <c>Resources</c> object.</summary>
    /// <exception cref="DuplicateKeyException">The template or <c>Resources</c> has a duplicate key.</exception>
    public static Template? Open(Node fragment) =>
        fragment is ObjectNode root && root["Resources"u8] is ObjectNode resources ? new Template(root, resources) : null;

    /// <summary>Returns the resource with a logical id; null if there is no well-formed one.</summary>
    public Resource? Find(string? logicalId) => logicalId is null ? null : _byLogicalId.GetValueOrDefault(logicalId);

    /// <summary>Returns the resource with a logical id and type; null if there is none.</summary>
    public Resource? Find(string? logicalId, string type) => Find(logicalId) is { } resource && resource.Type == type ? resource : null;

    /// <summary>Whether a resource with this logical id was added since the template was opened.</summary>
    public bool IsAdded(string logicalId) => _added.Contains(logicalId);

    /// <summary>Whether any resource was added since the template was opened.</summary>
    public bool HasAdditions => _added.Count > 0;

    /// <summary>The resources of a type.</summary>
    public IEnumerable<Resource> OfType(string type) => _resources.Where(resource => resource.Type == type);

    /// <summary>Whether an entry of <c>Resources</c>, malformed or not, has this logical id.</summary>
    public bool Has(string logicalId) => _byLogicalId.ContainsKey(logicalId) || _malformed.Contains(logicalId);

    /// <summary>A section such as <c>Mappings</c>; null when it is missing or not an object.</summary>
    public ObjectNode? Section(ReadOnlySpan<byte> name) => Root[name] as ObjectNode;

    /// <summary>
    /// Returns the wanted logical id, with a hash appended until it is free or belongs to a resource that may be replaced. So an added
    /// resource has the same id in every run.
    /// </summary>
    public string FindId(string wanted, Func<Resource, bool> mayReplace) =>
        LogicalId.MakeUnique(wanted, id => !Has(id) || Find(id) is { } found && mayReplace(found));

    /// <summary>Adds a resource, or replaces the one with this logical id.</summary>
    /// <param name="logicalId">The logical id.</param>
    /// <param name="body">The whole entry, which has a <c>Type</c>.</param>
    public void AddOrUpdate(string logicalId, ObjectNode body)
    {
        if (!Has(logicalId))
        {
            ResourceSection.Add(logicalId, body);
            _added.Add(logicalId);
        }
        else
        {
            if (ResourceSection[logicalId]!.IsSameAs(body)) return;
            ResourceSection[logicalId] = body;
            if (_byLogicalId.Remove(logicalId, out var old)) _resources.Remove(old);
        }
        Register(new Resource(logicalId, body["Type"u8]!.Text!, body));
    }

    /// <summary>Removes a resource.</summary>
    public void Remove(Resource resource)
    {
        ResourceSection[resource.LogicalId] = null;
        _resources.Remove(resource);
        _byLogicalId.Remove(resource.LogicalId);
    }

    private void Register(Resource resource)
    {
        _resources.Add(resource);
        _byLogicalId.Add(resource.LogicalId, resource);
    }
}
