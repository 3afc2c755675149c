using Macro.Mutants;

switch (args)
{
    case ["worker", var tests]:
        new Worker(tests).Serve(null);
        return 0;
    case ["worker", var tests, var mutant]:
        new Worker(tests).Serve(int.Parse(mutant, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["coverage", var tests]:
        new Worker(tests).WriteCoverage();
        return 0;
    case [var tests, var report, .. var folders]:
        new Driver(tests, MutantReport.Read(report, folders)).Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: Macro.Mutants TESTS REPORT [FOLDER…]   (build/mutation.sh makes TESTS and REPORT)");
        return 2;
}
