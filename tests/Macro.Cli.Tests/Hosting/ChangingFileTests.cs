using System.Text;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Hosting;

/// <summary>A file that a program writes while it is read.</summary>
public sealed class ChangingFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Read_FileThatChangesOnce_IsReadAgain()
    {
        var path = _folder.Write("a.yaml", "before");
        var opened = 0;

        var content = await InputFile.ReadUnchanged(() => opened++ == 0 ? new ChangingFile(path) : File.OpenRead(path), Cancel);

        Encoding.UTF8.GetString(content.Span).ShouldBe("before and after");
        opened.ShouldBe(2);
    }

    [Fact]
    public async Task Read_FileThatAlwaysChanges_IsReported()
    {
        var path = _folder.Write("a.yaml", "before");

        var exception = await Should.ThrowAsync<IOException>(() => InputFile.ReadUnchanged(() => new ChangingFile(path), Cancel));

        exception.Message.ShouldStartWith("It changes while it is read. ");
    }

    [Fact]
    public void Validate_FileWithoutALength_IsRead()
    {
        if (!OperatingSystem.IsLinux()) return;
        CliRun.Of("validate", "/proc/self/status").Output.ShouldNotContain("DD001");
    }

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Another program appends to the file between two reads.</summary>
    private sealed class ChangingFile(string path) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
    {
        private bool _isChanged;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_isChanged) await File.AppendAllTextAsync(Name, " and after", cancellationToken);
            _isChanged = true;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
