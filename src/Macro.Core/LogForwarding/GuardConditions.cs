using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>Names the condition of a resource that exists under guards; adds a condition to the template where it has none.</summary>
internal sealed class GuardConditions(InstrumentationContext context)
{
    /// <summary>The number of conditions that <c>Fn::And</c> and <c>Fn::Or</c> take.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
    /// </remarks>
    private const int MaxOperands = 10;

    /// <summary>
    /// The name of the condition that is true if any of the guards holds; null if it is always true. A guard that does not hold in this
    /// deployment counts only if there is no other.
    /// </summary>
    public string? Any(IEnumerable<Guard?> guards)
    {
        var all = guards.Distinct().ToList();
        var possible = all.FindAll(guard => !IsFalse(guard));
        if (possible.Count == 0) possible = all[..1];
        if (possible.Contains(null)) return null;
        var known = possible.ToHashSet();
        if (possible.Exists(guard => Opposite(guard!) is { } opposite && known.Contains(opposite))) return null;
        var names = possible.Select(guard => All(guard!)).ToList();
        return names.Contains(null) ? null : Combine("Fn::Or", [.. names.Distinct().Select(name => Reference(name!))]);
    }

    /// <summary>The guard that holds exactly if this one does not; null where there is none.</summary>
    private static Guard? Opposite(Guard guard) => guard.Others is null ? guard with { IsMet = !guard.IsMet } : null;

    /// <summary>The name of the condition that is true if the guard holds; null when none can be added.</summary>
    private string? All(Guard guard)
    {
        var operands = new List<ObjectNode>();
        for (var next = guard; next is not null; next = next.Others)
            operands.Add(next.IsMet ? Reference(next.Condition) : Not(next.Condition));
        return Combine("Fn::And", operands);
    }

    private string? Combine(string function, List<ObjectNode> operands)
    {
        while (operands.Count > 1)
        {
            var some = operands.Take(MaxOperands).ToList();
            operands.RemoveRange(0, some.Count);
            if (context.Additions.AddCondition(new() { { function, ArrayNode.From(some) } }) is not { } name) return null;
            operands.Add(Reference(name));
        }
        return operands[0].TextOf("Condition"u8) ?? context.Additions.AddCondition(operands[0]);
    }

    private bool IsFalse(Guard? guard)
    {
        for (; guard is not null; guard = guard.Others)
        {
            if (context.Evaluator.Condition(guard.Condition) == !guard.IsMet) return true;
        }
        return false;
    }

    private static ObjectNode Reference(string condition) => new() { { "Condition", condition } };

    private static ObjectNode Not(string condition) => new() { { "Fn::Not", new ArrayNode { Reference(condition) } } };
}
