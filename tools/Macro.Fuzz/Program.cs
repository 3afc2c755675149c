using Macro.Fuzz;

if (FuzzOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}
if (!File.Exists(options.Program))
{
    Console.Error.WriteLine($"There is no {options.Program}. Build it: bash build/package.sh");
    return 2;
}
using var run = new FuzzRun(options);
run.Go();
run.Print(Console.Out);
return run.Findings.Count == 0 ? 0 : 1;
