using Macro.Fuzz;

if (FuzzOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}
if (!File.Exists(options.Executable))
{
    Console.Error.WriteLine($"There is no {options.Executable}. Build it: bash build/package.sh");
    return 2;
}
using IFuzzTarget target = options.Mode switch
{
    "macro" => new MacroEventTarget(options.Executable),
    "resource" => new CustomResourceTarget(options.Executable, options.Seed),
    _ => new InvokeTarget(options.Executable),
};
var run = new FuzzRun(options, target);
run.Go();
run.Print(Console.Out);
return run.Findings.Count == 0 ? 0 : 1;
