using System.Text;

namespace Macro.Cli.Tests.Support;

/// <summary>An input that is available only after a task has completed.</summary>
internal sealed class WaitingInput(string text, Task before) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await before.WaitAsync(cancellationToken);
        return await base.ReadAsync(buffer, cancellationToken);
    }
}
