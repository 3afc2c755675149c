using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Macro.Core.Tests.Hostile;

/// <summary>
/// What holds of the answer to every event, however broken: a useful failure, or a success that loses nothing and comes back the same.
/// </summary>
internal static partial class AnswerLaw
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1100 };

    /// <summary>Resources that the macro may edit although it does not instrument them.</summary>
    private static readonly string[] Editable = ["AWS::IAM::Role", "AWS::Lambda::CodeSigningConfig"];

    /// <summary>Tells how an answer breaks the law.</summary>
    /// <param name="macroEvent">The event, one line of JSON or not.</param>
    /// <param name="answer">What the macro answered.</param>
    /// <param name="send">Sends another event; gives its answer.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Breach(byte[] macroEvent, byte[] answer, Func<byte[], byte[]> send)
    {
        using var document = Parse(answer);
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object) return "the answer is no JSON object";
        var members = string.Join(' ', document.RootElement.EnumerateObject().Select(member => member.Name));
        return members switch
        {
            "requestId status errorMessage" => OfFailure(document.RootElement),
            "requestId status fragment" => OfSuccess(macroEvent, answer, document.RootElement, send),
            _ => $"the answer has the members {members}",
        };
    }

    /// <summary>
    /// The codes of a failure, or the kinds of a success's warnings: what tells one way through the program from another.
    /// </summary>
    public static string Signature(byte[] answer) =>
        string.Join(' ', Code().Matches(Encoding.UTF8.GetString(answer)).Select(match => match.Value).Distinct().Order());

    private static string? OfFailure(JsonElement answer)
    {
        if (answer.GetProperty("status").GetString() != "failure") return "the status is not failure";
        var lines = answer.GetProperty("errorMessage").GetString()!.Split('\n');
        if (lines.Length < 2 || !Summary().IsMatch(lines[0]))
            return "the message does not begin with a summary and a line for each problem";
        if (lines.Skip(1).FirstOrDefault(line => !Problem().IsMatch(line)) is { } vague)
            return $"a line has no code, cause and remedy: {vague}";
        return lines.FirstOrDefault(line => line.StartsWith("DD199", StringComparison.Ordinal));
    }

    private static string? OfSuccess(byte[] macroEvent, byte[] answer, JsonElement success, Func<byte[], byte[]> send)
    {
        if (success.GetProperty("status").GetString() != "success") return "the status is not success";
        using var sent = Parse(macroEvent);
        if (sent is null) return "a success was answered to what is no JSON";
        if (Find(sent.RootElement, "fragment") is not { } came) return "a success was answered to an event without fragment";
        var fragment = success.GetProperty("fragment");
        if (Loss(came, fragment) is { } loss) return loss;

        macroEvent.AsSpan().Overlaps(JsonMarshal.GetRawUtf8Value(came), out var start);
        var after = start + JsonMarshal.GetRawUtf8Value(came).Length;
        byte[] again = [.. macroEvent.AsSpan(0, start), .. JsonMarshal.GetRawUtf8Value(fragment), .. macroEvent.AsSpan(after)];
        return send(again).AsSpan().SequenceEqual(answer) ? null : "the fragment changes when it is sent again";
    }

    /// <summary>What of the template is not there any more, as far as the macro has no business with it.</summary>
    private static string? Loss(JsonElement came, JsonElement now)
    {
        foreach (var section in came.EnumerateObject().Where(section => NameOf(section) is not ("Resources" or "Metadata")))
        {
            var mayGrow = NameOf(section) == "Conditions" && section.Value.ValueKind == JsonValueKind.Object;
            if (mayGrow ? section.Value.EnumerateObject().Any(member => !IsSame(member, Find(now, "Conditions"))) : !IsSame(section, now))
                return "a section is lost or changed";
        }
        var instrumented = Listed(now, "Instrumented");
        var added = Listed(came, "Added") ?? [];
        var resources = Find(now, "Resources")!.Value;
        if (instrumented is null) return null;
        foreach (var resource in Find(came, "Resources")!.Value.EnumerateObject())
        {
            var type = Find(resource.Value, "Type")?.GetRawText().Trim('"') ?? "";
            if (added.Contains(NameOf(resource)) || IsSame(resource, resources)) continue;
            if (!instrumented.Contains(NameOf(resource)) && !Editable.Contains(type))
                return $"a resource of type {type} is lost or changed";
            if (LossIn(resource, resources) is { } loss) return loss;
        }
        return null;
    }

    private static string? LossIn(JsonProperty resource, JsonElement now)
    {
        if (Find(now, NameOf(resource)) is not { ValueKind: JsonValueKind.Object } edited) return "a resource is lost";
        if (resource.Value.EnumerateObject().Any(member => NameOf(member) != "Properties" && !IsSame(member, edited)))
            return "a member of a resource is lost or changed";
        if (Find(resource.Value, "Properties") is not { ValueKind: JsonValueKind.Object } properties) return null;
        return properties.EnumerateObject().Any(property => Find(Find(edited, "Properties"), NameOf(property)) is null)
            ? "a property is lost"
            : null;
    }

    private static bool IsSame(JsonProperty member, JsonElement? now) =>
        Find(now, NameOf(member)) is { } found
            && JsonMarshal.GetRawUtf8Value(found).SequenceEqual(JsonMarshal.GetRawUtf8Value(member.Value));

    /// <summary>A member by its name; null where there is none, or no object.</summary>
    private static JsonElement? Find(JsonElement? value, string name)
    {
        if (value is not { ValueKind: JsonValueKind.Object } @object) return null;
        foreach (var member in @object.EnumerateObject())
        {
            if (NameOf(member) == name) return member.Value;
        }
        return null;
    }

    /// <summary>A name as it reads; one that may be no valid Unicode as it is spelled.</summary>
    private static string NameOf(JsonProperty member) =>
        Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member)) is var spelled && Surrogate().IsMatch(spelled)
            ? spelled
            : member.Name;

    private static string TextOf(JsonElement text) =>
        text.GetRawText() is var spelled && Surrogate().IsMatch(spelled) ? spelled[1..^1] : text.GetString()!;

    /// <summary>What a member of the report lists; null where there is none.</summary>
    private static HashSet<string>? Listed(JsonElement fragment, string member) =>
        Find(Find(Find(fragment, "Metadata"), "DatadogServerless"), member) is { ValueKind: JsonValueKind.Array } names
            ? [.. names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(TextOf)]
            : null;

    private static JsonDocument? Parse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json, Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^Nothing was instrumented: (1 problem|\d+ problems)\.$")]
    private static partial Regex Summary();

    [GeneratedRegex(@"^DD\d{3}( .+)?: .+\. \S.+")]
    private static partial Regex Problem();

    [GeneratedRegex(@"DD\d{3}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\\u[dD][89a-fA-F]")]
    private static partial Regex Surrogate();
}
