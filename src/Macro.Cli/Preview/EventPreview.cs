using Macro.CloudFormation.Protocol;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>What CloudFormation does with the parameters of a template before it sends an event to a macro.</summary>
internal static class EventPreview
{
    /// <summary>
    /// The failure for an event that CloudFormation would not send, because the value of a template parameter breaks its constraints;
    /// null for any other event, also for one that cannot be read.
    /// </summary>
    /// <param name="json">The macro event, UTF-8 JSON.</param>
    public static (string RequestId, string Message)? Rejection(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var request = MacroRequest.Read(json);
            if (request is not { Fragment: ObjectNode template, TemplateParameterValues: { Count: > 0 } values }) return null;
            var violations = ParameterConstraints.Check(template, values).Select(violation => violation.Message).ToList();
            return violations.Count == 0 ? null : (request.RequestId, string.Join('\n', violations));
        }
        catch (DuplicateKeyException)
        {
            return null;
        }
    }
}
