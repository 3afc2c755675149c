using System.Collections;
using Macro.Lambda.Events;

namespace Macro.Lambda.Tests.Events;

public class MacroVariablesTests
{
    [Fact]
    public void From_Environment_TakesDatadogsNamesOnly()
    {
        var environment = new Hashtable { ["DD_SERVICE"] = "shop", ["AWS_SECRET_ACCESS_KEY"] = "x", ["dd_env"] = "y", ["ADD_X"] = "z" };

        MacroVariables.From(environment).ShouldBe(new Dictionary<string, string> { ["DD_SERVICE"] = "shop" });
    }
}
