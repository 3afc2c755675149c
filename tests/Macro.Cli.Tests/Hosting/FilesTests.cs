using System.Diagnostics;
using Macro.Cli.Commands;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Hosting;

/// <summary>What is read is bounded, and what is written is whole.</summary>
public sealed class FilesTests : IDisposable
{
    private const string Template = "Transform: DatadogServerless\nResources: {T: {Type: AWS::SNS::Topic}}\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Validate_FolderWithPipesAndDevices_SkipsThem()
    {
        _folder.Write("a.yaml", Template);
        MakePipe(_folder["pipe.yaml"]);
        File.CreateSymbolicLink(_folder["linked-pipe.yaml"], _folder["pipe.yaml"]);
        File.CreateSymbolicLink(_folder["zero.yaml"], "/dev/zero");
        File.CreateSymbolicLink(_folder["loop.txt"], _folder["loop.txt"]);
        Directory.CreateSymbolicLink(_folder["back"], _folder.Path);

        CliRun.Of("validate", _folder.Path).Output.ShouldBe("1 file: 0 errors, 0 warnings\n");
        CliRun.Of("validate", _folder["**/*.yaml"]).Output.ShouldBe("1 file: 0 errors, 0 warnings\n");
    }

    [Fact]
    public void Transform_PipeOrDevice_IsNotRead()
    {
        MakePipe(_folder["pipe.yaml"]);

        foreach (var name in (string[])[_folder["pipe.yaml"], "/dev/zero"])
        {
            var run = CliRun.Of("transform", name);
            run.ExitCode.ShouldBe(1);
            run.Error.ShouldStartWith($"{name}:1:1: error DD001: The file cannot be read: It is a pipe or a device. ");
        }
        CliRun.Of("diff", _folder.Write("t.yaml", Template), "--parameters", _folder["pipe.yaml"]).ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Validate_LargeFile_IsReportedOnlyWhereItIsNamed()
    {
        using (var file = File.Create(_folder["large.json"])) file.SetLength(InputFile.MaxBytes + 1);
        _folder.Write("a.yaml", Template);

        CliRun.Of("validate", _folder.Path).Output.ShouldBe("1 file: 0 errors, 0 warnings\n");
        CliRun.Of("validate", _folder["large.json"]).Output.ShouldContain("The file cannot be read: It is larger than 16 MiB. ");
    }

    [Theory]
    [InlineData("transform")]
    [InlineData("validate")]
    public void Run_EmptyName_IsReported(string command) =>
        CliRun.Of(command, "").ExitCode.ShouldBe(1);

    [Fact]
    public void Transform_OutputThatIsTheInput_KeepsItsModeAndLinks()
    {
        if (OperatingSystem.IsWindows()) return;
        var (template, link) = (_folder.Write("t.yaml", Template), _folder["link.yaml"]);
        File.SetUnixFileMode(template, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(link, "t.yaml");

        CliRun.Of("transform", link, "-o", link).ExitCode.ShouldBe(0);

        File.ReadAllText(template).ShouldNotContain("DatadogServerless\n");
        new FileInfo(link).LinkTarget.ShouldBe("t.yaml");
        File.GetUnixFileMode(template).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Directory.GetFiles(_folder.Path).Length.ShouldBe(2);
    }

    [Fact]
    public void Transform_OutputThroughADanglingLink_MakesItsTarget()
    {
        File.CreateSymbolicLink(_folder["link.yaml"], "new.yaml");

        CliRun.Of("transform", _folder.Write("t.yaml", Template), "-o", _folder["link.yaml"]).ExitCode.ShouldBe(0);

        File.ReadAllText(_folder["new.yaml"]).ShouldContain("AWS::SNS::Topic");
        new FileInfo(_folder["link.yaml"]).LinkTarget.ShouldBe("new.yaml");
    }

    [Theory]
    [InlineData("-")]
    [InlineData("/dev/null")]
    public void Transform_OutputToAStream_IsNotAFile(string output)
    {
        var run = CliRun.Of("transform", _folder.Write("t.yaml", Template), "-o", output);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.Contains("AWS::SNS::Topic", StringComparison.Ordinal).ShouldBe(output == "-");
        File.Exists("-").ShouldBeFalse();
        File.Exists("/dev/null").ShouldBeTrue();
    }

    [Fact]
    public async Task Write_FailureInTheMiddle_LeavesTheOldFile()
    {
        var path = _folder.Write("t.yaml", "before");
        var host = new CommandHost(Stream.Null, Stream.Null, TextWriter.Null, new Dictionary<string, string>());

        await Should.ThrowAsync<OperationCanceledException>(() =>
            OutputFile.Write(path, "after"u8.ToArray(), host, new CancellationToken(canceled: true)));

        File.ReadAllText(path).ShouldBe("before");
        Directory.GetFiles(_folder.Path).ShouldBe([path]);
    }

    [Fact]
    public void Transform_OutputThatIsAFolder_SaysSo() =>
        CliRun.Of("transform", _folder.Write("t.yaml", Template), "-o", _folder.Path).Error.ShouldContain("is a folder");

    public void Dispose() => _folder.Dispose();

    private static void MakePipe(string path) => Process.Start("mkfifo", path).WaitForExit();
}
