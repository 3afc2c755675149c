using System.Globalization;
using System.Text.Json;
using Macro.Lambda.Events;

namespace Macro.Lambda.LogGroups;

/// <summary>Reads the properties of a custom resource, and keeps the first one that has the wrong type.</summary>
/// <param name="properties">The <c>ResourceProperties</c> of the event.</param>
internal sealed class PropertyReader(JsonElement properties)
{
    /// <summary>One sentence on the first property with the wrong type; null when there is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>A string; null when it is absent.</summary>
    public string? Text(string name)
    {
        var value = EventJson.Find(properties, name);
        var text = EventJson.Text(value);
        return text is not null || value.ValueKind == JsonValueKind.Undefined ? text : Refuse<string?>(name, "a string", null);
    }

    /// <summary>A whole number, which CloudFormation passes as a string; null when it is absent.</summary>
    public int? Number(string name)
    {
        var value = EventJson.Find(properties, name);
        if (value.ValueKind == JsonValueKind.Undefined) return null;
        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : EventJson.Text(value);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        return Refuse<int?>(name, "a whole number", null);
    }

    /// <summary>A list of strings; empty when it is absent.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var list = EventJson.Find(properties, name);
        if (list.ValueKind == JsonValueKind.Undefined) return [];
        if (list.ValueKind != JsonValueKind.Array) return Refuse<IReadOnlyList<string>>(name, "a list", []);
        var texts = new List<string>();
        foreach (var item in list.EnumerateArray())
        {
            if (EventJson.Text(item) is not { } text) return Refuse<IReadOnlyList<string>>(name, "a list of strings", []);
            texts.Add(text);
        }
        return texts;
    }

    private T Refuse<T>(string name, string kind, T value)
    {
        Problem ??= $"The property {name} of the resource must be {kind}.";
        return value;
    }
}
