using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Core.Tags;
using Macro.Json;

namespace Macro.Cli.Tests.ThirdKind;

/// <summary>A resource kind for tests only. Adds the service tags to queues; skips queues without properties.</summary>
internal sealed class QueueInstrumenter(InstrumentationContext context) : IResourceInstrumenter
{
    private static readonly ResourceKind Kind = new("queue", "queues", [ChangeKind.Tag]);

    private IReadOnlyList<Resource> _queues = [];

    public IReadOnlyList<FoundResource> Find()
    {
        var all = context.Template.OfType("AWS::SQS::Queue").ToList();
        _queues = all.FindAll(queue => queue.Properties is not null);
        return [.. all.Select(queue => new FoundResource(queue.LogicalId, queue.Type, Kind, null, _queues.Contains(queue)))];
    }

    public void Validate() { }

    public void Instrument()
    {
        foreach (var queue in _queues)
        {
            foreach (var tag in ServiceTags.From(context.Config)) TagsOf(queue).SetIfAbsent(tag, context.Journal.MemoryOf(queue.LogicalId));
        }
    }

    public void Complete() { }

    public void Revert()
    {
        foreach (var queue in _queues)
        {
            foreach (var key in context.Journal.MemoryOf(queue.LogicalId).AddedTags) TagsOf(queue).Remove(key);
        }
    }

    private TagSet TagsOf(Resource queue) =>
        new(queue.Properties!, null, () => new ArrayNode(), context.Evaluator, context.Edit(queue));
}
