using System.Text;

namespace Macro.Cli.Tests.Support;

/// <summary>An input that is available only after a task has completed.</summary>
internal sealed class WaitingInput(string text, Task before) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        await before.WaitAsync(cancellationToken);
        await base.CopyToAsync(destination, bufferSize, cancellationToken);
    }
}
