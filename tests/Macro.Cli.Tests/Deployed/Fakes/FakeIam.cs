using System.Collections.Concurrent;

namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>The inline policies of roles, which take effect some time after they are written.</summary>
internal sealed class FakeIam
{
    private readonly ConcurrentDictionary<string, int> _spreading = new();

    /// <summary>The documents of each role's inline policies, by name.</summary>
    public ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Roles { get; } = new();

    /// <summary>Roles that could deliver logs from the start.</summary>
    public ConcurrentDictionary<string, bool> Allowed { get; } = new();

    /// <summary>How many uses of a role a new policy needs before it takes effect.</summary>
    public int UsesUntilSpread { get; set; }

    /// <summary>Answers a call with the body of its response.</summary>
    public string Call(string operation, string role, ILookup<string, string> parameters)
    {
        if (!Roles.TryGetValue(role, out var policies)) throw NotFound($"The role with name {role} cannot be found.");
        var name = parameters["PolicyName"].Single();
        switch (operation)
        {
            case "PutRolePolicy":
                Roles[role] = new Dictionary<string, string>(policies) { [name] = parameters["PolicyDocument"].Single() };
                _spreading[role] = UsesUntilSpread;
                return Response(operation, "");
            case "DeleteRolePolicy" when policies.ContainsKey(name):
                Roles[role] = policies.Where(policy => policy.Key != name).ToDictionary();
                return Response(operation, "");
            case "GetRolePolicy" when policies.TryGetValue(name, out var document):
                return Response(operation, $"<RoleName>{role}</RoleName><PolicyName>{name}</PolicyName>"
                    + $"<PolicyDocument>{Uri.EscapeDataString(document)}</PolicyDocument>");
            default: throw NotFound($"The role policy with name {name} cannot be found.");
        }
    }

    /// <summary>Whether a role may deliver logs by now.</summary>
    public bool MayDeliverLogs(string role)
    {
        if (Allowed.ContainsKey(role)) return true;
        var isAllowed = Roles.TryGetValue(role, out var policies)
            && policies.Values.Any(document => document.Contains("logs:CreateLogDelivery", StringComparison.Ordinal));
        return isAllowed && _spreading.AddOrUpdate(role, -1, (_, left) => left - 1) < 0;
    }

    private static string Response(string operation, string result) =>
        $"<{operation}Response><{operation}Result>{result}</{operation}Result></{operation}Response>";

    private static FakeError NotFound(string message) => new(404, "NoSuchEntity", message);
}
