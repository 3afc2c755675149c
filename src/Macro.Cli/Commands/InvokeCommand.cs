using System.Buffers;
using System.CommandLine;
using System.IO.Pipelines;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.CloudFormation.Protocol;
using Macro.Core;
using Macro.Core.Pipeline;

namespace Macro.Cli.Commands;

/// <summary><c>macro invoke</c>: reads macro events and writes macro responses, in the formats that CloudFormation uses.</summary>
internal static class InvokeCommand
{
    /// <summary>Bytes to read at a time. Large, because each read searches the incomplete line from its start again.</summary>
    private const int ReadSize = 256 * 1024;

    public static Command Create(CommandHost host)
    {
        var lines = new Option<bool>("--jsonl")
        {
            Description = "Read one event per line and write one response per line, in the same order, until the input ends.",
        };
        var macroArn = SharedSymbols.MacroArn();
        var command = new ExampleCommand(
            "invoke",
            "Read macro events from standard input and write the responses.",
            "macro invoke < event.json",
            "macro invoke --jsonl < events.jsonl") { lines, macroArn };
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
        var succeeded = Answer(input.ToArray(), settings, output);
        await host.Output.WriteAsync(output.WrittenMemory, cancel);
        return succeeded ? ExitCode.Success : ExitCode.Rejected;
    }

    /// <summary>Writes the response to one event, and returns whether it is a success.</summary>
    private static bool Answer(ReadOnlyMemory<byte> json, MacroSettings settings, IBufferWriter<byte> output)
    {
        var succeeded = false;
        if (EventPreview.Rejection(json) is { } rejection)
        {
            using var failure = MacroResponse.Failure(rejection.RequestId, rejection.Message);
            output.Write(failure.Json.Span);
        }
        else
        {
            using var result = MacroTransform.Run(json, settings);
            output.Write(result.Response.Span);
            succeeded = result.Succeeded;
        }
        output.Write("\n"u8);
        return succeeded;
    }

    /// <summary>Writes a response to every line. Succeeds even when the macro rejects an event.</summary>
    private static async Task<int> AnswerLines(CommandHost host, MacroSettings settings, CancellationToken cancel)
    {
        var reader = PipeReader.Create(host.Input, new StreamPipeReaderOptions(bufferSize: ReadSize, minimumReadSize: ReadSize / 2));
        var output = PipeWriter.Create(host.Output);
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            var buffer = read.Buffer;
            while (TakeLine(ref buffer, read.IsCompleted, out var line))
            {
                Answer(line, settings, output);
                await output.FlushAsync(cancel);
            }
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted) return ExitCode.Success;
        }
    }

    /// <summary>Reads the next line that is not blank; the last line need not end with a newline.</summary>
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
