namespace Macro.CloudFormation.Protocol;

/// <summary>A reason why a macro event cannot be read, in whole or in part.</summary>
public abstract record RequestProblem
{
    private RequestProblem() { }

    /// <summary>The event is not valid UTF-8.</summary>
    public sealed record NotUtf8 : RequestProblem;

    /// <summary>The event is nested more than <see cref="MacroRequest.MaxDepth"/> levels deep.</summary>
    public sealed record TooDeep : RequestProblem;

    /// <summary>The event is not JSON.</summary>
    /// <param name="Line">The line of the error, counted from 1.</param>
    /// <param name="Byte">The byte in that line, counted from 1.</param>
    public sealed record NotJson(long Line, long Byte) : RequestProblem;

    /// <summary>A member is missing or of the wrong type.</summary>
    /// <param name="Name">The member's name, or <c>root</c> for the event as a whole.</param>
    /// <param name="Expected">What it must be: <c>an object</c> or <c>a string</c>.</param>
    /// <param name="IsMissing">Whether the member is missing.</param>
    public sealed record WrongMember(string Name, string Expected, bool IsMissing) : RequestProblem;
}
