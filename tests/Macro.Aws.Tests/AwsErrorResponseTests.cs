using System.Net;
using System.Text;

namespace Macro.Aws.Tests;

public class AwsErrorResponseTests
{
    private static readonly AwsOperation Operation = new("logs:CreateLogGroup", "log group /a");

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.logs#LimitExceeded","message":"Too many."}""", "LimitExceeded", "Too many.")]
    [InlineData("""{"code":"LimitExceeded","Message":"Too many."}""", "LimitExceeded", "Too many.")]
    [InlineData("""{"__type":7,"message":null}""", null, null)]
    [InlineData("""["LimitExceeded"]""", null, null)]
    [InlineData("""{"__type":"\ud800"}""", null, null)]
    [InlineData("<html>Bad gateway</html>", null, null)]
    [InlineData("", null, null)]
    public void ReadJson_Body_GivesCodeAndMessage(string body, string? code, string? message)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest);

        AwsErrorResponse.ReadJson(response, Encoding.UTF8.GetBytes(body)).ShouldBe(new AwsErrorResponse(code, message));
    }

    [Theory]
    [InlineData(400, "ThrottlingException", true)]
    [InlineData(400, "OperationAbortedException", true)]
    [InlineData(409, "ResourceConflictException", true)]
    [InlineData(412, "PreconditionFailedException", false)]
    [InlineData(429, "Other", true)]
    [InlineData(500, "InternalFailure", true)]
    [InlineData(503, null, true)]
    [InlineData(400, "LimitExceededException", false)]
    [InlineData(403, null, false)]
    public void ToException_StatusOrCode_MakesItTransient(int status, string? code, bool expected) =>
        new AwsErrorResponse(code, "x").ToException(Operation, (HttpStatusCode)status).IsTransient.ShouldBe(expected);

    [Fact]
    public void ToException_AccessDenied_NamesTheMissingPermission()
    {
        var response = new AwsErrorResponse("AccessDeniedException", "No policy allows it");

        var exception = response.ToException(Operation, HttpStatusCode.BadRequest);

        exception.Kind.ShouldBe(AwsErrorKind.AccessDenied);
        exception.Message.ShouldBe(
            "logs:CreateLogGroup failed for log group /a: AccessDeniedException (400). "
            + "The caller must be allowed logs:CreateLogGroup on log group /a. AWS says: No policy allows it.");
    }

    [Fact]
    public void ToException_AccessDeniedForAnotherAction_NamesThatAction()
    {
        var message = "User: arn:aws:iam::123456789012:user/x is not authorized to perform: lambda:GetLayerVersion on resource: y";

        var exception = new AwsErrorResponse("AccessDeniedException", message).ToException(Operation, HttpStatusCode.Forbidden);

        exception.Reason.ShouldContain("The caller must be allowed lambda:GetLayerVersion on log group /a.");
    }

    [Theory]
    [InlineData(
        "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>No &lt;role&gt;</Message></Error></ErrorResponse>",
        "NoSuchEntity", "No <role>")]
    [InlineData("<html>Bad gateway", null, null)]
    [InlineData("", null, null)]
    public void ReadError_Xml_GivesCodeAndMessage(string body, string? code, string? message)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest);

        QueryProtocol.ReadError(response, Encoding.UTF8.GetBytes(body)).ShouldBe(new AwsErrorResponse(code, message));
    }

    [Theory]
    [InlineData("SignatureDoesNotMatch", AwsErrorKind.InvalidSignature)]
    [InlineData("RequestTimeTooSkewed", AwsErrorKind.InvalidSignature)]
    [InlineData("ExpiredTokenException", AwsErrorKind.InvalidCredentials)]
    [InlineData("InvalidClientTokenId", AwsErrorKind.InvalidCredentials)]
    public void ToException_CredentialErrors_AreNotQuoted(string code, AwsErrorKind kind)
    {
        var exception = new AwsErrorResponse(code, "x-amz-security-token:secret").ToException(Operation, HttpStatusCode.Forbidden);

        exception.Kind.ShouldBe(kind);
        exception.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void ToException_NoCode_IsNotQuoted() =>
        new AwsErrorResponse(null, "secret").ToException(Operation, HttpStatusCode.Forbidden).Reason.ShouldBe("HTTP status 403.");
}
