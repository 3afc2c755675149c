namespace Macro.Core.LogForwarding;

/// <summary>Conditions of a template that must all hold. Null means no condition.</summary>
/// <param name="Condition">The name of a condition.</param>
/// <param name="IsMet">Whether the condition is to be true or false.</param>
/// <param name="Others">The other conditions.</param>
internal sealed record Guard(string Condition, bool IsMet, Guard? Others)
{
    /// <summary>Adds a condition, unless the guard has it already.</summary>
    public static Guard? And(Guard? guard, string? condition, bool isMet = true) =>
        condition is null || Find(guard, condition) is { } known && known.IsMet == isMet ? guard : new Guard(condition, isMet, guard);

    /// <summary>Adds all conditions of another guard.</summary>
    public static Guard? And(Guard? guard, Guard? other)
    {
        for (; other is not null; other = other.Others) guard = And(guard, other.Condition, other.IsMet);
        return guard;
    }

    /// <summary>Whether a guard excludes that the condition has this value.</summary>
    public static bool Excludes(Guard? guard, string condition, bool isMet) => Find(guard, condition) is { } known && known.IsMet != isMet;

    /// <summary>Whether two guards exclude each other.</summary>
    public static bool Excludes(Guard? guard, Guard? other)
    {
        for (; other is not null; other = other.Others)
        {
            if (Excludes(guard, other.Condition, other.IsMet)) return true;
        }
        return false;
    }

    private static Guard? Find(Guard? guard, string condition)
    {
        while (guard is not null && guard.Condition != condition) guard = guard.Others;
        return guard;
    }
}
