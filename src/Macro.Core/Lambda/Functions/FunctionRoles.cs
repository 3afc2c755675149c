using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>The roles of functions.</summary>
internal static class FunctionRoles
{
    /// <summary>
    /// Logical ids of the roles that a function may have. Null for one that is not a resource of the template; SAM's own role will be one.
    /// </summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
    /// </remarks>
    public static IEnumerable<string?> Of(Resource function, Node? role) => role is null
        ? [function.Type == ResourceTypes.ServerlessFunction ? $"{function.LogicalId}Role" : null]
        : References.Targets(role);
}
