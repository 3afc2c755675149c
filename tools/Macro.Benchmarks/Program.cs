using BenchmarkDotNet.Running;
using Macro.Benchmarks;

return args switch
{
    ["process", .. var programs] => await ProcessFigures.PrintAsync(programs),
    ["instructions", .. { Length: > 0 } programs] => await InstructionCounts.PrintAsync(programs),
    ["growth", var program] => await Growth.PrintAsync(program),
    ["scaling"] => Scaling.Print(),
    ["bytes", .. var options] => await AllocatedBytes.PrintAsync(options),
    [BootstrapBytes.Command] => await BootstrapBytes.RunAsync(),
    _ => BenchmarkSwitcher.FromAssembly(typeof(TransformBenchmarks).Assembly).Run(args).Any() ? 0 : 1,
};
