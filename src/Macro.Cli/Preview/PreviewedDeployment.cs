using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>The deployment that a preview simulated, and the macro's parameters in it.</summary>
/// <param name="Options">The deployment.</param>
/// <param name="Parameters">The macro's parameters with their values; they may contain secrets.</param>
/// <param name="SecretParameters">The names of macro parameters whose values may not be shown.</param>
internal sealed record PreviewedDeployment(PreviewOptions Options, ObjectNode Parameters, IReadOnlySet<string> SecretParameters);
