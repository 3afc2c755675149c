using System.Text.Json;
using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Yaml.Emit;

/// <summary>A function call that can be written as a tag and an argument.</summary>
/// <param name="Tag">Such as <c>!Sub</c>.</param>
/// <param name="Argument">The argument of the function.</param>
/// <param name="Attribute">The argument of <c>!GetAtt</c> as the text <c>resource.attribute</c>; otherwise null.</param>
internal readonly record struct ShortForm(string Tag, JsonElement Argument, string? Attribute)
{
    /// <summary>Finds the short form of a value.</summary>
    /// <returns>Null when the value is not a function call, or the call needs the function's full name.</returns>
    public static ShortForm? Find(JsonElement value)
    {
        if (Call(value) is not { } call || IntrinsicFunction.TagOf(call.Name) is not { } tag || !CanFollowTag(call.Name, call.Value))
            return null;
        return new(tag, call.Value, call.Name == IntrinsicFunction.GetAtt ? AttributeOf(call.Value) : null);
    }

    private static JsonProperty? Call(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() != 1)
            return null;
        using var members = value.EnumerateObject();
        return members.MoveNext() ? members.Current : null;
    }

    /// <summary>A reader always reads tagged text as a string, and a tag cannot follow a tag.</summary>
    private static bool CanFollowTag(string function, JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.String => function != IntrinsicFunction.GetAtt,
        JsonValueKind.Array => function is not ("Ref" or "Condition"),
        JsonValueKind.Object => function is not ("Ref" or "Condition") && !IsFunction(argument),
        _ => false,
    };

    private static bool IsFunction(JsonElement value) => Call(value) is { } call && IntrinsicFunction.TagOf(call.Name) is not null;

    private static string? AttributeOf(JsonElement argument)
    {
        if (argument.ValueKind != JsonValueKind.Array || argument.EnumerateArray().Any(part => part.ValueKind != JsonValueKind.String))
            return null;
        var parts = argument.EnumerateArray().Select(part => part.GetString()!).ToArray();
        var text = string.Join('.', parts);
        return parts.Length == 2 && IntrinsicFunction.SplitAttribute(text).SequenceEqual(parts) ? text : null;
    }
}
