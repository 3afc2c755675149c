using System.Xml;
using System.Xml.Linq;

namespace Macro.Aws.CloudFormation;

/// <summary>Reads the XML of CloudFormation's responses. Lists are elements <c>member</c> in an element with the list's name.</summary>
internal static class StackXml
{
    public static XElement Parse(AwsOperation operation, byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw new AwsException(operation, "the response is not XML.");
        }
    }

    public static IEnumerable<StackDescription> Stacks(XElement response) =>
        Members(response, "Stacks").Select(stack => new StackDescription(
            Text(stack, "StackName") ?? "", Text(stack, "StackStatus") ?? "", Text(stack, "StackStatusReason"),
            Pairs(stack, "Parameters", "ParameterKey", "ParameterValue"), Pairs(stack, "Outputs", "OutputKey", "OutputValue")));

    public static ChangeSet ChangeSet(XElement response) => new(
        Text(response, "Status") ?? "", Text(response, "StatusReason"),
        [.. Members(response, "Changes").SelectMany(change => Children(change, "ResourceChange")).Select(change => new PlannedChange(
            Text(change, "Action") ?? "", Text(change, "LogicalResourceId") ?? "", Text(change, "ResourceType") ?? "",
            Text(change, "Replacement")))]);

    public static IReadOnlyList<string> Failures(XElement response) =>
    [
        .. Members(response, "StackEvents").Where(IsFailure)
            .Select(one => $"{Text(one, "LogicalResourceId")}: {Reason(one)}").Distinct(),
    ];

    public static IReadOnlyList<string> Texts(XElement response, string list) =>
        [.. Members(response, list).Select(member => member.Value)];

    /// <summary>The text of the first element of a name, in the order of the document; null when there is none.</summary>
    public static string? Text(XElement element, string name) =>
        element.Descendants().FirstOrDefault(child => child.Name.LocalName == name)?.Value;

    private static bool IsFailure(XElement one) =>
        Text(one, "ResourceStatus")?.EndsWith("_FAILED", StringComparison.Ordinal) is true
        && Reason(one) is not (null or "Resource creation cancelled" or "Resource update cancelled");

    private static string? Reason(XElement one) => Text(one, "ResourceStatusReason");

    private static Dictionary<string, string> Pairs(XElement element, string list, string key, string value) =>
        Members(element, list).ToDictionary(member => Text(member, key) ?? "", member => Text(member, value) ?? "");

    private static IEnumerable<XElement> Members(XElement element, string list) =>
        element.Descendants().Where(child => child.Name.LocalName == list).Take(1).SelectMany(child => Children(child, "member"));

    private static IEnumerable<XElement> Children(XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName == name);
}
