namespace Macro.Lambda.LogGroups;

/// <summary>Why an event is refused.</summary>
/// <param name="Message">Sentences without a value of the event, so that they can be logged.</param>
/// <param name="LogGroup">The log group that they are about, which only the response names; null when there is none.</param>
internal sealed record RefusedRequest(string Message, string? LogGroup = null)
{
    /// <summary>The reason in the response to CloudFormation.</summary>
    public string Reason => LogGroup is null ? Message : $"Log group {LogGroup}: {Message}";
}
