using System.Text.Json;

namespace Macro.Aws.Lambda;

/// <summary>The members of a function's configuration that change. A member that is null is unchanged.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html</remarks>
public sealed record FunctionUpdate
{
    /// <summary>The handler.</summary>
    public string? Handler { get; init; }

    /// <summary>All layers, in order.</summary>
    public IReadOnlyList<string>? Layers { get; init; }

    /// <summary>All environment variables.</summary>
    public IReadOnlyDictionary<string, string>? Variables { get; init; }

    /// <summary>The mode of X-Ray tracing.</summary>
    public string? TracingMode { get; init; }

    /// <summary>The command of a container image.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Whether there is nothing to change.</summary>
    public bool IsEmpty => Handler is null && Layers is null && Variables is null && TracingMode is null && Command is null;

    internal void WriteTo(Utf8JsonWriter json)
    {
        if (Handler is not null) json.WriteString(nameof(Handler), Handler);
        if (Layers is not null) json.WriteTexts(nameof(Layers), Layers);
        if (Variables is not null)
        {
            json.WriteStartObject("Environment");
            json.WriteMap(nameof(Variables), Variables);
            json.WriteEndObject();
        }
        if (TracingMode is not null)
        {
            json.WriteStartObject("TracingConfig");
            json.WriteString("Mode", TracingMode);
            json.WriteEndObject();
        }
        if (Command is null) return;
        json.WriteStartObject("ImageConfig");
        json.WriteTexts(nameof(Command), Command);
        json.WriteEndObject();
    }
}
