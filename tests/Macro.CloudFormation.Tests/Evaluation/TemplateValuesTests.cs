using Macro.CloudFormation.Evaluation;
using Macro.Json;

namespace Macro.CloudFormation.Tests.Evaluation;

public sealed class TemplateValuesTests
{
    [Theory]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("us-iso-east-1", "aws-iso")]
    [InlineData("us-isob-east-1", "aws-iso-b")]
    [InlineData("eu-isoe-west-1", "aws-iso-e")]
    [InlineData("us-isof-south-1", "aws-iso-f")]
    [InlineData("eusc-de-east-1", "aws-eusc")]
    [InlineData("mx-central-1", "aws")]
    public void Text_OfPartition_FollowsTheRegion(string region, string expected) =>
        TestEvaluator.Create(region: region).Text(JsonText.Read("""{"Ref":"AWS::Partition"}""")).ShouldBe(expected);

    [Fact]
    public void Text_OfAccountThatIsNotInTheEvent_IsUnknown() =>
        TestEvaluator.Create(account: null).Text(JsonText.Read("""{"Ref":"AWS::AccountId"}""")).ShouldBeNull();

    [Fact]
    public void Text_OfSecretForTheTransformItself_IsItsValue()
    {
        var root = JsonText.ReadObject("""{"Parameters":{"Secret":{"Type":"String","NoEcho":true,"Default":"hunter2"}}}""");
        var values = new TemplateValues("us-east-1", null, (ObjectNode)root["Parameters"]!, null, "stack") { RevealsNoEcho = true };

        new Evaluator(root, values).Text(JsonText.Read("""{"Fn::Sub":"${AWS::StackName}-${Secret}"}""")).ShouldBe("stack-hunter2");
    }
}
