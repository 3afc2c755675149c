using Macro.Aws;

namespace Macro.Cli.Deployed.Planning;

/// <summary>The text of an AWS error, without values of the user's variables, which AWS quotes where it rejects one.</summary>
internal static class ErrorText
{
    private const string Quote = " AWS says:";
    private const string RejectedValue = "Value '";

    /// <summary>Returns the message.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="values">Values that must not be shown.</param>
    public static string Of(AwsException exception, IEnumerable<string> values)
    {
        var message = exception.Message;
        var quote = message.IndexOf(Quote, StringComparison.Ordinal);
        if (quote < 0) return message;
        var said = message[quote..];
        var isUnsafe = said.Contains(RejectedValue, StringComparison.Ordinal)
            || values.Any(value => value.Length > 0 && said.Contains(value, StringComparison.Ordinal));
        return isUnsafe ? $"{message[..quote]} AWS's explanation contains values of the configuration, so it is not shown." : message;
    }
}
