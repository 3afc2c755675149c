using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>
/// The Runtime API, over real sockets: it replies to each call of <c>next</c> with the next reply of a script, and acknowledges everything
/// else unless the test sets other acknowledgements.
/// </summary>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(1));
    private readonly TaskCompletionSource _exhausted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Reply> _events;
    private readonly ConcurrentQueue<Reply> _acknowledgements;
    private readonly Task _accepting;
    private int _connections;

    /// <param name="events">Replies to <c>next</c>, in order; the call after the last one never gets one.</param>
    /// <param name="acknowledgements">Replies to the first posts, in order; all others are accepted.</param>
    public FakeRuntimeApi(IEnumerable<Reply> events, IEnumerable<Reply>? acknowledgements = null)
    {
        _events = new(events);
        _acknowledgements = new(acknowledgements ?? []);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Endpoint => _listener.LocalEndpoint.ToString()!;

    public int Connections => _connections;

    public ConcurrentQueue<ApiRequest> Posts { get; } = new();

    /// <summary>Completes when the program asks for another event after the end of the script.</summary>
    public Task Exhausted => _exhausted.Task.WaitAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                conversations.Add(ConverseAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        var stream = client.GetStream();
        try
        {
            while (await ApiRequest.ReadAsync(stream, _stop.Token) is { } request)
            {
                var reply = await ChooseAsync(request);
                foreach (var piece in reply.Pieces) await stream.WriteAsync(piece, _stop.Token);
                if (reply.Closes) return;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The program has ended, or the test has.
        }
    }

    private async Task<Reply> ChooseAsync(ApiRequest request)
    {
        if (request.Method == "POST")
        {
            Posts.Enqueue(request);
            return _acknowledgements.TryDequeue(out var acknowledgement) ? acknowledgement : Reply.Accepted;
        }

        if (_events.TryDequeue(out var reply)) return reply;
        _exhausted.TrySetResult();
        await Task.Delay(Timeout.Infinite, _stop.Token);
        return Reply.Closed;
    }
}
