using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Configuration;

public sealed class ExclusionListTests
{
    private const string Template =
        """
        {"Resources":{"Order":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}},
          "OrderB":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}},
          "Mail":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}}}}
        """;

    [Theory]
    [InlineData("[]", "Order OrderB Mail")]
    [InlineData("\"\"", "Order OrderB Mail")]
    [InlineData("""["Order"]""", "OrderB Mail")]
    [InlineData("\"Order\"", "OrderB Mail")]
    [InlineData("\"Order, Mail\"", "OrderB")]
    [InlineData("""["Order*"]""", "Mail")]
    [InlineData("""["*"]""", "")]
    [InlineData("""["Order?"]""", "Order Mail")]
    [InlineData("""["?ail"]""", "Order OrderB")]
    [InlineData("""["*B","M*l"]""", "Order")]
    [InlineData("""["order"]""", "Order OrderB Mail")]
    [InlineData("""["rder"]""", "Order OrderB Mail")]
    [InlineData("""["[Order]","Or.*"]""", "Order OrderB Mail")]
    [InlineData("""["Missing"]""", "Order OrderB Mail")]
    public void Exclude_Patterns_LeaveMatchesAlone(string exclude, string instrumented)
    {
        var run = MacroRun.Of(Template, $$"""{"exclude":{{exclude}}}""");

        string.Join(' ', run.Instrumented).ShouldBe(instrumented);
        run.Property("Tags", "Order").ShouldBe(instrumented.Contains("Order ", StringComparison.Ordinal) || instrumented == "Order"
            ? run.Property("Tags", run.Instrumented[0])
            : null);
    }
}
