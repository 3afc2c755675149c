using System.Formats.Tar;

namespace Macro.Cli.Hosting;

/// <summary>Reads input within a bound.</summary>
internal static class InputFile
{
    /// <summary>The maximum size of a file in bytes; CloudFormation accepts templates of 1 MB.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>How often a file that changes while it is read is read from its beginning.</summary>
    private const int MaxTries = 3;

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
        return await ReadUnchanged(() => new(fileName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), cancel);
    }

    /// <summary>
    /// Reads a file that nobody writes to meanwhile, so that the content is that of one moment. Tries again if it changes while it is read.
    /// </summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="IOException">It changes each time, or cannot be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadUnchanged(Func<FileStream> open, CancellationToken cancel)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            await using var file = open();
            if (!file.CanSeek) return await ReadAll(file, cancel);
            var (length, time) = (file.Length, File.GetLastWriteTimeUtc(file.SafeFileHandle));
            var content = await ReadAll(file, cancel);
            // The files of /proc have a length of 0 and a content.
            if ((length == 0 || length == content.Length) && time == File.GetLastWriteTimeUtc(file.SafeFileHandle)) return content;
        }
        throw new IOException("It changes while it is read. Wait until the program that writes it has ended.");
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
