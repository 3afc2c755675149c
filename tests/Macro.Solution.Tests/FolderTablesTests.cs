namespace Macro.Solution.Tests;

public class FolderTablesTests
{
    [Fact]
    public void Parse_Page_FindsTheRowsBelowEachProject()
    {
        var tables = FolderTables.Parse(
            """
            # Guide
            | `outside` | of a project |

            ### Macro.Json
            One folder.

            ### `Macro.Core`
            | folder | subject |
            |---|---|
            | `Tags` | resource tags |
            | `StepFunctions/Steps` | uses `Tags` |

            ## Settled
            | `after` | the project |
            """.Split('\n'));

        tables.Keys.ShouldBe(["Macro.Json", "Macro.Core"]);
        tables["Macro.Json"].ShouldBeEmpty();
        tables["Macro.Core"].ShouldBe(["Tags", "StepFunctions/Steps"]);
    }
}
