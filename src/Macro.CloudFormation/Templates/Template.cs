using Macro.Json;

namespace Macro.CloudFormation.Templates;

/// <summary>A template fragment: the sections that the macro reads, and its resources by logical id in the order that they came.</summary>
internal sealed class Template
{
    private const string ForEachPrefix = "Fn::ForEach::";
    private readonly Dictionary<string, Resource> _byLogicalId;
    private readonly List<Resource> _resources;
    private readonly HashSet<string> _malformed = [];
    private readonly HashSet<string> _added = [];

    private Template(ObjectNode root, ObjectNode resources)
    {
        Root = root;
        ResourceSection = resources;
        OriginalCount = resources.Count;
        _byLogicalId = new(OriginalCount);
        _resources = new(OriginalCount);
        foreach (var (logicalId, node) in resources)
        {
            if (logicalId.StartsWith(ForEachPrefix, StringComparison.Ordinal)) Loops.Add(logicalId);
            else if (node is ObjectNode body && body.TextOf("Type"u8) is { } type) Register(new Resource(logicalId, type, body));
            else _malformed.Add(logicalId);
        }
    }

    public ObjectNode Root { get; }

    public ObjectNode ResourceSection { get; }

    /// <summary>How many resources came.</summary>
    public int OriginalCount { get; }

    /// <summary>The well-formed resources, in the order of the template; others pass through unread.</summary>
    public IReadOnlyList<Resource> Resources => _resources;

    /// <summary>Keys of <c>Fn::ForEach</c> loops that have not been expanded.</summary>
    public List<string> Loops { get; } = [];

    /// <summary>Whether the AWS CDK made the template: it says so in a resource of its own.</summary>
    public bool IsFromCdk => _byLogicalId.ContainsKey("CDKMetadata");

    /// <summary>Opens a fragment; null when it has no <c>Resources</c> object.</summary>
    /// <exception cref="DuplicateKeyException">A key that stands twice.</exception>
    public static Template? Open(Node fragment) =>
        fragment is ObjectNode root && root["Resources"u8] is ObjectNode resources ? new Template(root, resources) : null;

    public Resource? Find(string? logicalId) => logicalId is null ? null : _byLogicalId.GetValueOrDefault(logicalId);

    public Resource? Find(string? logicalId, string type) => Find(logicalId) is { } resource && resource.Type == type ? resource : null;

    /// <summary>Whether a resource of this logical id was added since the template was opened.</summary>
    public bool IsAdded(string logicalId) => _added.Contains(logicalId);

    public IEnumerable<Resource> OfType(string type) => _resources.Where(resource => resource.Type == type);

    /// <summary>Whether an entry of <c>Resources</c>, malformed or not, has this logical id.</summary>
    public bool Has(string logicalId) => _byLogicalId.ContainsKey(logicalId) || _malformed.Contains(logicalId);

    /// <summary>A section such as <c>Mappings</c>; null when it is missing or no object.</summary>
    public ObjectNode? Section(ReadOnlySpan<byte> name) => Root[name] as ObjectNode;

    /// <summary>Adds a resource, or puts it in place of the one of this logical id.</summary>
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
