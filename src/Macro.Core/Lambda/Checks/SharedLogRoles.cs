using Macro.CloudFormation.Templates;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Core.Resources;

namespace Macro.Core.Lambda.Checks;

/// <summary>Reports a role that is to be denied logs for one function, but not for another that has it, too.</summary>
internal static class SharedLogRoles
{
    public static void Check(IReadOnlyList<LambdaFunction> functions, InstrumentationContext context)
    {
        var denied = functions.Where(function => function.Config.DeniesCloudWatchLogs).ToList();
        if (denied.Count == 0) return;
        var agreeing = denied.Select(function => function.LogicalId).ToHashSet();
        var others = context.Template.Resources.Where(resource => !agreeing.Contains(resource.LogicalId))
            .SelectMany(resource => RolesOf(resource, context.Template), (resource, role) => new RoleUser(role, resource.LogicalId))
            .ToLookup(user => user.Role, user => user.LogicalId);
        foreach (var function in denied)
        {
            foreach (var role in FunctionRoles.Of(function.Resource, function.Role))
            {
                if (context.Template.Find(role, ResourceTypes.Role) is null || !others[role].Any()) continue;
                var names = FunctionNames.Text([.. others[role]]);
                context.Diagnostics.Add(ForwardingDiagnostics.SharedLogRole.For(function.Target("Role"), role!, names));
            }
        }
    }

    private sealed record RoleUser(string? Role, string LogicalId);

    private static IEnumerable<string?> RolesOf(Resource resource, Template template) =>
        FunctionShape.For(resource.Type, template) is { } shape ? FunctionRoles.Of(resource, shape.Property(resource, "Role"u8)) : [];
}
