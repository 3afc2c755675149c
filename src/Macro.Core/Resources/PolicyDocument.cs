using Macro.Json;

namespace Macro.Core.Resources;

/// <summary>Creates IAM policy documents and their statements.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html</remarks>
internal static class PolicyDocument
{
    private static readonly MemberName Version = "Version";
    private static readonly MemberName Statement = "Statement";
    private static readonly MemberName Effect = "Effect";
    private static readonly MemberName Action = "Action";
    private static readonly MemberName Resource = "Resource";

    /// <summary>Creates a document with these statements.</summary>
    public static ObjectNode Of(params IEnumerable<ObjectNode> statements) =>
        new() { { Version, "2012-10-17" }, { Statement, ArrayNode.From(statements) } };

    /// <summary>Creates a statement that allows actions on all resources.</summary>
    public static ObjectNode Allow(IEnumerable<string> actions) =>
        Allow(ArrayNode.From(actions.Select(action => new ScalarNode(action))), "*");

    /// <summary>Creates a statement that allows actions on resources.</summary>
    public static ObjectNode Allow(Node actions, Node resources) =>
        new() { { Effect, "Allow" }, { Action, actions }, { Resource, resources } };
}
