using Macro.CloudFormation.Identifiers;

namespace Macro.CloudFormation.Tests.Identifiers;

public sealed class LogicalIdTests
{
    [Theory]
    [InlineData("", "E3B0C442")]
    [InlineData("abc", "BA7816BF")]
    public void Hash_OfText_IsTheStartOfItsSha256(string text, string expected) => LogicalId.Hash(text).ShouldBe(expected);

    [Fact]
    public void MakeUnique_FreeId_IsTheWantedOne() => LogicalId.MakeUnique("Log", _ => true).ShouldBe("Log");

    [Fact]
    public void MakeUnique_TakenIds_AppendsAHashForEach()
    {
        var once = "Log" + LogicalId.Hash("Log");
        HashSet<string> taken = ["Log", once];

        LogicalId.MakeUnique("Log", id => !taken.Contains(id)).ShouldBe(once + LogicalId.Hash(once));
    }
}
