using System.Buffers;
using System.CommandLine;
using System.IO.Pipelines;
using Macro.Cli.Help;
using Macro.Core;
using Macro.Core.Pipeline;

namespace Macro.Cli.Commands;

/// <summary><c>macro invoke</c>: raw macro events in, raw responses out, as CloudFormation exchanges them.</summary>
internal static class InvokeCommand
{
    /// <summary>What is read at a time: each time, the line that is not whole yet is looked through again.</summary>
    private const int ReadBytes = 256 * 1024;

    public static Command Create(CommandHost host)
    {
        var lines = new Option<bool>("--jsonl") { Description = "Read one event a line and write one response a line, in order, until the input ends." };
        var macroArn = new Option<string?>("--macro-arn") { Description = "ARN of the macro's Lambda function.", HelpName = "ARN" };
        var command = new ExampleCommand("invoke", "Answer raw macro events from standard input.",
            "macro invoke < event.json", "macro invoke --jsonl < events.jsonl") { lines, macroArn };
        command.SetAction((parsed, cancel) =>
        {
            var settings = new MacroSettings(host.Variables, parsed.GetValue(macroArn));
            return parsed.GetValue(lines) ? AnswerLines(host, settings, cancel) : AnswerOne(host, settings, cancel);
        });
        return command;
    }

    private static async Task<int> AnswerOne(CommandHost host, MacroSettings settings, CancellationToken cancel)
    {
        using var input = new MemoryStream();
        await host.Input.CopyToAsync(input, cancel);
        var output = new ArrayBufferWriter<byte>();
        using var response = MacroTransform.Run(input.ToArray(), settings);
        response.WriteTo(output);
        output.Write("\n"u8);
        await host.Output.WriteAsync(output.WrittenMemory, cancel);
        return response.Succeeded ? ExitCode.Success : ExitCode.Rejected;
    }

    /// <summary>Every line is answered, so a rejected event is part of the output and no failure of the command.</summary>
    private static async Task<int> AnswerLines(CommandHost host, MacroSettings settings, CancellationToken cancel)
    {
        var reader = PipeReader.Create(host.Input, new StreamPipeReaderOptions(bufferSize: ReadBytes, minimumReadSize: ReadBytes / 2));
        var output = PipeWriter.Create(host.Output);
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            var buffer = read.Buffer;
            while (TakeLine(ref buffer, read.IsCompleted, out var line))
            {
                using var response = MacroTransform.Run(line, settings);
                response.WriteTo(output);
                output.Write("\n"u8);
                await output.FlushAsync(cancel);
            }
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted) return ExitCode.Success;
        }
    }

    /// <summary>Takes the next line that is not blank; the last one may lack its newline.</summary>
    private static bool TakeLine(ref ReadOnlySequence<byte> buffer, bool isLast, out byte[] line)
    {
        line = [];
        while (line.Length == 0 && buffer.Length > 0)
        {
            var end = buffer.PositionOf((byte)'\n');
            if (end is null && !isLast) return false;
            line = buffer.Slice(0, end ?? buffer.End).ToArray();
            if (line.AsSpan().IndexOfAnyExcept(" \t\r"u8) < 0) line = [];
            buffer = end is { } newline ? buffer.Slice(buffer.GetPosition(1, newline)) : buffer.Slice(buffer.End);
        }
        return line.Length > 0;
    }
}
