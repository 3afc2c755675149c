using System.Text;
using Macro.Cli.Changes;
using Macro.Json;

namespace Macro.Cli.Tests.Changes;

public sealed class ChangedPartsTests
{
    [Theory]
    [InlineData("""{"Type":"T","Properties":{"A":1}}""", """{"Type":"T","Properties":{"A":1}}""", """{"Type":"T","Properties":"…"}""")]
    [InlineData("""{"A":{"B":1,"C":2}}""", """{"A":{"B":1,"C":3}}""", """{"A":{"B":"…","C":3}}""")]
    [InlineData("""{"A":[1,2]}""", """{"A":[1,2,3]}""", """{"A":["…","…",3]}""")]
    [InlineData("""{"A":"x\ny"}""", """{"A":"x\nz"}""", """{"A":"…\nz"}""")]
    [InlineData("{}", """{"A":1}""", """{"A":1}""")]
    public void Compare_Bodies_KeepsNamesAndWhatChanges(string before, string after, string expected) =>
        ChangedParts.Compare(Body(before), Body(after)).After.ToString().ShouldBe(expected);

    private static ObjectNode Body(string json) => (ObjectNode)Node.Create(JsonIndex.Read(Encoding.UTF8.GetBytes(json), 64).Root);
}
