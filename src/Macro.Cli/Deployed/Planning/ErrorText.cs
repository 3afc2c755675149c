using Macro.Aws;
using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>The text of an AWS error, without values of the user's variables, which AWS quotes where it rejects one.</summary>
internal static class ErrorText
{
    private const string Quote = " AWS says:";
    private const string RejectedValue = "Value '";

    /// <summary>Says why a resource cannot be read or changed.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="region">Its region.</param>
    /// <param name="values">Values that must not be shown.</param>
    public static Diagnostic Describe(AwsException exception, string name, string region, IEnumerable<string> values) =>
        exception is { Code: "ResourceNotFoundException", Operation.Action: "lambda:GetFunction" } or { Code: "StateMachineDoesNotExist" }
            ? DeployedDiagnostics.NotFound.For(new ResourceTarget(name), region)
            : DeployedDiagnostics.CallFailed.For(new ResourceTarget(name), Of(exception, values));

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
