using Macro.Cli.Changes;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Engine;

/// <summary>What the transform does to one deployed resource.</summary>
/// <typeparam name="TEdits">The type of the edits.</typeparam>
/// <param name="Edits">The edits; null when the resource cannot be changed.</param>
/// <param name="Lines">The edits in words, secrets masked.</param>
/// <param name="Diagnostics">The warnings; when there are no edits, also the errors.</param>
internal sealed record EngineResult<TEdits>(TEdits? Edits, IReadOnlyList<ChangeLine> Lines, IReadOnlyList<Diagnostic> Diagnostics)
    where TEdits : class;
