namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>An error that the fake returns; status 0 closes the connection.</summary>
internal sealed class FakeError(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public static FakeError NotFound(string what) => new(404, "ResourceNotFoundException", $"{what} not found");

    public static FakeError Denied(string action) =>
        new(403, "AccessDeniedException",
            $"User: arn:aws:iam::123456789012:user/ann is not authorized to perform: {action} on resource: x");
}
