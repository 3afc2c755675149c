namespace Macro.Core.Tests.Support;

/// <summary>The rows of a theory. xunit 3 and xunit 2, which <c>build/mutation.sh</c> builds with, have different types for them.</summary>
internal static class TheoryRows
{
    /// <summary>The first value of each row.</summary>
#if MUTATION
    public static IEnumerable<string> Names(IEnumerable<object[]> rows) => rows.Select(row => (string)row[0]);
#else
    public static IEnumerable<string> Names(IEnumerable<ITheoryDataRow> rows) => rows.Select(row => (string)row.GetData()[0]!);
#endif
}
