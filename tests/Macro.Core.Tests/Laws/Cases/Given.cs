using FsCheck;
using FsCheck.Fluent;

namespace Macro.Core.Tests.Laws.Cases;

/// <summary>JSON text, and what it means to this deployment.</summary>
/// <param name="Json">The text.</param>
/// <param name="Value">The text that it stands for; null where only the deployment knows it, or where it is no text.</param>
internal sealed record Given(string Json, string? Value = null)
{
    /// <summary>A string that is written out.</summary>
    public static Given Text(string value) => new($"\"{value}\"", value);

    /// <summary>A number or boolean that is written out.</summary>
    public static Given Raw(string value) => new(value, value);
}

/// <summary>Builds generated JSON.</summary>
internal static class Piece
{
    public static Gen<T?> Optional<T>(params T[] values) where T : class => Optional(1, values);

    /// <summary>Nothing as often as <paramref name="rarity"/> times one of the values.</summary>
    public static Gen<T?> Optional<T>(int rarity, params T[] values) where T : class =>
        Gen.Frequency((rarity, Gen.Constant((T?)null)), (1, Gen.Elements(values).Select(value => (T?)value)));

    /// <summary>An object of the members that have a value.</summary>
    public static string Object(params IEnumerable<(string Name, string? Json)> members) =>
        "{" + string.Join(',', members.Where(member => member.Json is not null).Select(member => $"\"{member.Name}\":{member.Json}")) + "}";

    public static string Object(IEnumerable<(string Name, Given Value)> members) =>
        Object(members.Select(member => (member.Name, (string?)member.Value.Json)));
}
