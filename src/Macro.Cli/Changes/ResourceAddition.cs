namespace Macro.Cli.Changes;

/// <summary>A resource that the macro adds.</summary>
/// <param name="LogicalId">Its logical id.</param>
/// <param name="Type">Its type, such as <c>AWS::Logs::LogGroup</c>.</param>
/// <param name="Json">Its body, UTF-8 JSON, masked.</param>
internal sealed record ResourceAddition(string LogicalId, string Type, ReadOnlyMemory<byte> Json);
