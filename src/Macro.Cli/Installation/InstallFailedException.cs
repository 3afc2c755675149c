using Macro.Core.Diagnostics;

namespace Macro.Cli.Installation;

/// <summary>An installation cannot go on.</summary>
/// <param name="diagnostic">Why, and what to do.</param>
internal sealed class InstallFailedException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic => diagnostic;
}
