namespace Macro.Cli.Tests.Support;

/// <summary>A writer that completes a task when the first text has been written.</summary>
internal sealed class WatchedWriter : StringWriter
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Written => _written.Task;

    public override void Write(string? value)
    {
        base.Write(value);
        _written.TrySetResult();
    }
}
