using Macro.Json;

namespace Macro.Cli.Templates.Reading;

/// <summary>A key that a later key of the same mapping replaces.</summary>
/// <param name="Path">The path of both.</param>
/// <param name="Name">The key.</param>
/// <param name="Line">The line of the one that has no effect, counted from 1.</param>
internal sealed record ReplacedKey(JsonPath Path, string Name, int Line);
