namespace Macro.Core.Tests.Support;

/// <summary>
/// The rows of a theory. Their type differs between xunit 3 and xunit 2, which the builds for <c>build/mutation.sh</c> use.
/// </summary>
internal static class TheoryRows
{
    /// <summary>The first value of each row.</summary>
#if MUTATION
    public static IEnumerable<string> Names(IEnumerable<object[]> rows) => rows.Select(row => (string)row[0]);
#else
    public static IEnumerable<string> Names(IEnumerable<ITheoryDataRow> rows) => rows.Select(row => (string)row.GetData()[0]!);
#endif
}
