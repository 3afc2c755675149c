namespace Macro.Cli.Tests.Support;

/// <summary>Tests that measure the memory of the process: nothing else runs at the same time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Alone";
}
