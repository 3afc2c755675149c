namespace Macro.Lambda.Runtime;

/// <summary>The response to an event.</summary>
/// <param name="json">One JSON value of at most <see cref="PayloadLimit.Bytes"/>.</param>
/// <param name="owner">Owns the memory of the JSON; null if nothing has to be returned.</param>
internal sealed class EventResponse(ReadOnlyMemory<byte> json, IDisposable? owner = null) : IDisposable
{
    /// <summary>The JSON. Valid until the response is disposed.</summary>
    public ReadOnlyMemory<byte> Json { get; } = json;

    public void Dispose() => owner?.Dispose();
}
