using FsCheck;
using FsCheck.Fluent;

namespace Macro.Core.Tests.Support;

/// <summary>Checks a law over generated cases; a failure shows the case and the seed that makes it again.</summary>
internal static class Law
{
    /// <summary>How many cases each law is tried on; <c>MACRO_LAW_CASES</c> asks for more.</summary>
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("MACRO_LAW_CASES"), out var cases) ? cases : 300;

    /// <summary>
    /// Throws when the law throws for one of the cases. <c>MACRO_LAW_SEED</c>, as a failure shows it (<c>123,456</c>), repeats one.
    /// </summary>
    public static void Holds<T>(Gen<T> cases, Action<T> law)
    {
        var config = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Cases);
        if (Environment.GetEnvironmentVariable("MACRO_LAW_SEED") is { } seed)
        {
            var halves = seed.Trim('(', ')').Split(',').Select(ulong.Parse).ToArray();
            config = config.WithReplay(halves[0], halves[1]);
        }
        Check.One(config, Prop.ForAll(Arb.From(cases), law));
    }

    /// <summary>
    /// Visits 300 cases, the same ones in every run: for what holds of most cases and would fail by chance on other ones.
    /// </summary>
    public static void Visit<T>(Gen<T> cases, Action<T> visit) =>
        Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(1, 1), Prop.ForAll(Arb.From(cases), visit));
}
