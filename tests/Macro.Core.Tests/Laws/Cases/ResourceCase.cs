namespace Macro.Core.Tests.Laws.Cases;

/// <summary>A resource of a generated template.</summary>
/// <param name="Id">Its logical id.</param>
internal abstract record ResourceCase(string Id)
{
    public abstract string Body { get; }
}

/// <summary>A resource that has settings of its own under <c>Metadata.Datadog</c>.</summary>
internal abstract record TargetCase(string Id) : ResourceCase(Id)
{
    /// <summary>Names and values under <c>Metadata.Datadog</c>.</summary>
    public IReadOnlyList<(string Name, Given Value)> Settings { get; init; } = [];

    protected string? Metadata => Settings.Count == 0 ? null : Piece.Object(("Datadog", Piece.Object(Settings)));
}

/// <summary>A resource that is no target of the macro; it may be one that a target refers to.</summary>
internal sealed record OtherCase(string Id, string Json) : ResourceCase(Id)
{
    public override string Body => Json;
}
