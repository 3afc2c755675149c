using Macro.CloudFormation.Identifiers;
using Macro.Json;

namespace Macro.CloudFormation.Evaluation;

/// <summary>The values of pseudo parameters and of the template's parameters.</summary>
/// <param name="Region">Region of the deployment.</param>
/// <param name="AccountId">Account of the deployment; null if unknown.</param>
/// <param name="Parameters">The section <c>Parameters</c>; null when it is missing.</param>
/// <param name="Given">The event's <c>templateParameterValues</c>; null if there are none, so that defaults apply.</param>
/// <param name="StackName">The stack's name; null if unknown, as in macro events.</param>
public sealed record TemplateValues(string Region, string? AccountId, ObjectNode? Parameters, ObjectNode? Given, string? StackName = null)
{
    /// <summary>The maximum length of a list; CloudFormation allows 4,096 bytes for a parameter.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
    private const int MaxListLength = 4096;

    private readonly Dictionary<string, ArrayNode> _lists = [];

    /// <summary>
    /// Whether references to <c>NoEcho</c> parameters are resolved, as CloudFormation does for the transform's own parameters.
    /// Default: false.
    /// </summary>
    public bool RevealsNoEcho { get; init; }

    /// <summary>Returns the value of a parameter or pseudo parameter; null if it is unknown or must remain a reference.</summary>
    public Node? Ref(string name) => name switch
    {
        "AWS::Region" => Region,
        "AWS::AccountId" => AccountId is null ? null : (Node)AccountId,
        "AWS::Partition" => Partition.ForRegion(Region).Name,
        "AWS::StackName" => StackName is null ? null : (Node)StackName,
        _ => Parameter(name),
    };

    private Node? Parameter(string name)
    {
        if (Parameters?[name] is not ObjectNode parameter || MustStayReference(parameter)) return null;
        var value = Given?[name] ?? parameter["Default"u8];
        return IsList(parameter) && (value as ScalarNode)?.Spelling is { } text ? List(name, text) : value;
    }

    /// <summary>
    /// Whether a parameter must remain a reference: evaluating a <c>NoEcho</c> parameter would reveal its value in the template, and the
    /// event does not contain the value of an SSM parameter.
    /// </summary>
    private bool MustStayReference(ObjectNode parameter) =>
        !RevealsNoEcho && (parameter["NoEcho"u8] as ScalarNode)?.Spelling is { } noEcho && bool.TryParse(noEcho, out var secret) && secret
        || parameter["Type"u8]?.Text is { } type && type.StartsWith("AWS::SSM::", StringComparison.Ordinal);

    private static bool IsList(ObjectNode parameter) =>
        parameter["Type"u8]?.Text is { } type && (type == "CommaDelimitedList" || type.StartsWith("List<", StringComparison.Ordinal));

    private ArrayNode? List(string name, string text)
    {
        if (text.Length > MaxListLength) return null;
        return _lists.TryGetValue(name, out var known) ? known : _lists[name] = Split(text);
    }

    private static ArrayNode Split(string text)
    {
        var list = new ArrayNode();
        if (text.Length > 0)
        {
            foreach (var item in text.Split(',')) list.Add(item.Trim());
        }
        return list;
    }
}
