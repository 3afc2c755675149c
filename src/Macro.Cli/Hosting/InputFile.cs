using System.Formats.Tar;

namespace Macro.Cli.Hosting;

/// <summary>Reads input within a bound.</summary>
internal static class InputFile
{
    /// <summary>The maximum size of a file in bytes; CloudFormation accepts templates of 1 MB.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const int BufferBytes = 64 * 1024;

    /// <summary>Names of open streams, which a shell passes for a process: <c>macro validate &lt;(cdk synth)</c>.</summary>
    private static readonly string[] OpenStreams = ["/dev/fd/", "/dev/std", "/proc/self/fd/"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read, is too large, or is a pipe or a device, which might never end.</exception>
    public static async Task<ReadOnlyMemory<byte>> Read(string fileName, CancellationToken cancel)
    {
        if (fileName.Length == 0) throw new IOException("Its name is empty.");
        if (IsSpecial(fileName) && !IsOpenStream(fileName))
            throw new IOException("It is a pipe or a device. Pass its content through standard input, with - as the file's name.");
        await using var file = File.OpenRead(fileName);
        return await ReadAll(file, cancel);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="IOException">It is too large.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAll(Stream input, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (await input.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            if (content.Length + count > MaxBytes) throw new IOException($"It is larger than {MaxBytes / 1024 / 1024} MiB.");
            content.Write(buffer, 0, count);
        }
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    /// <summary>Whether a file exists and is a pipe or a device. Does not open it, since opening a pipe waits for its writer.</summary>
    public static bool IsSpecial(string fileName)
    {
        var file = new FileInfo(fileName);
        try
        {
            if (file.LinkTarget is not null) file = new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }
        catch (IOException)
        {
            return false; // A link to itself. Opening it fails with the reason.
        }
        return file.Exists && file.Length == 0 && TypeOf(file.FullName) is not TarEntryType.RegularFile;
    }

    /// <summary>Whether a name is one of a stream that the process has open already.</summary>
    public static bool IsOpenStream(string fileName) => OpenStreams.Any(name => fileName.StartsWith(name, StringComparison.Ordinal));

    /// <summary>The type of a file without content. .NET tells it only in the header that it writes for the file into an archive.</summary>
    private static TarEntryType TypeOf(string path)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true)) writer.WriteEntry(path, "file");
        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType ?? TarEntryType.RegularFile;
    }
}
