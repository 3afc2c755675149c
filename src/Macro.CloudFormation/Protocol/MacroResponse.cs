using Macro.Json;

namespace Macro.CloudFormation.Protocol;

/// <summary>The response to a macro event, one JSON object in UTF-8. <see cref="Dispose"/> returns its memory to the pool.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html</remarks>
public sealed class MacroResponse : IDisposable
{
    private readonly Utf8Buffer _output;
    private readonly int _start;

    private MacroResponse(Utf8Buffer output, string requestId, ReadOnlySpan<byte> statusAndName)
    {
        _output = output;
        _output.Write("{\"requestId\":"u8);
        _output.WriteString(requestId);
        _output.Write(",\"status\":"u8);
        _output.Write(statusAndName);
        _start = _output.Written.Length;
    }

    /// <summary>The response. Valid until it is disposed.</summary>
    public ReadOnlyMemory<byte> Json => _output.Written;

    /// <summary>The fragment of a success. Valid until the response is disposed.</summary>
    public ReadOnlyMemory<byte> Fragment => _output.Written[_start..^1];

    /// <summary>The number of bytes of the fragment, including those that are dropped because they exceed the maximum.</summary>
    public long FragmentLength => _output.Length - _start - 1;

    /// <summary>Creates a success. The fragment is written once, into the response itself.</summary>
    /// <param name="requestId">The event's <c>requestId</c>.</param>
    /// <param name="fragment">The whole template.</param>
    /// <param name="capacity">The expected number of bytes.</param>
    /// <param name="maxLength">The maximum number of bytes to keep; with more, the response cannot be used.</param>
    public static MacroResponse Success(string requestId, ObjectNode fragment, int capacity, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        var response = new MacroResponse(new Utf8Buffer(capacity, maxLength), requestId, "\"success\",\"fragment\":"u8);
        fragment.WriteTo(response._output);
        response._output.Write("}"u8);
        return response;
    }

    /// <summary>Creates a failure; CloudFormation shows the user only the message.</summary>
    public static MacroResponse Failure(string requestId, string errorMessage)
    {
        var response = new MacroResponse(new Utf8Buffer(), requestId, "\"failure\",\"errorMessage\":"u8);
        response._output.WriteString(errorMessage);
        response._output.Write("}"u8);
        return response;
    }

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();
}
