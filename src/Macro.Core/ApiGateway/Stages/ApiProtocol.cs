namespace Macro.Core.ApiGateway.Stages;

/// <summary>The protocol of an API, which decides what its stages can log.</summary>
internal enum ApiProtocol
{
    /// <summary>A REST API.</summary>
    Rest,

    /// <summary>An HTTP API, which has no execution logs and no X-Ray traces.</summary>
    Http,

    /// <summary>A WebSocket API.</summary>
    WebSocket,
}
