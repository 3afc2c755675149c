using System.IO.Compression;
using System.Text.Json;
using Macro.Lambda.Runtime;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.Package;

/// <summary>The smoke test of the deployment package of a release.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly PackagedBootstrap _package = PackagedBootstrap.Unpack();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void Zip_Layout_IsOneExecutableAtTheRoot()
    {
        using var zip = ZipFile.OpenRead(PackagedBootstrap.Zip!);

        var entry = zip.Entries.ShouldHaveSingleItem();
        entry.FullName.ShouldBe("bootstrap");
        ((UnixFileMode)(entry.ExternalAttributes >> 16) & (UnixFileMode)0x1FF).ShouldBe(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    [Fact]
    public async Task Bootstrap_Template_IsInstrumented()
    {
        var response = await InvokeAsync(Request("""
            "Resources": { "Hello": { "Type": "AWS::Lambda::Function", "Properties": { "Handler": "app.handler", "Runtime": "python3.12",
              "Role": { "Fn::GetAtt": ["HelloRole", "Arn"] }, "Code": { "S3Bucket": "code", "S3Key": "hello.zip" } } } }
            """));

        response.GetProperty("status").GetString().ShouldBe("success");
        response.GetProperty("requestId").GetString().ShouldBe("e1");
        var function = response.GetProperty("fragment").GetProperty("Resources").GetProperty("Hello").GetProperty("Properties");
        function.GetProperty("Handler").GetString().ShouldNotBe("app.handler");
        function.GetProperty("Layers").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Bootstrap_NoTemplate_IsAFailureWithAMessage()
    {
        var response = await InvokeAsync(Request("\"Description\": \"no resources\""));

        response.GetProperty("status").GetString().ShouldBe("failure");
        response.GetProperty("errorMessage").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Bootstrap_CustomResource_CreatesTheLogGroupAndResponds()
    {
        using var aws = new FakeAws();
        var payload = new CustomResourceEvent(aws.Url) { Names = ["/aws/lambda/a"] }.Payload;
        await using var api = new FakeRuntimeApi([Reply.Event("r1", payload, DateTimeOffset.UtcNow.AddMinutes(5))]);

        await _package.RunAsync(api, aws.Variables);

        aws.Groups.Keys.ShouldBe(["/aws/lambda/a"]);
        aws.Unsigned.ShouldBeEmpty();
        aws.Responses.ShouldHaveSingleItem().Body.GetProperty("Status").GetString().ShouldBe("SUCCESS");
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public Task Bootstrap_CutOffInTheMiddle_IsFinishedByTheNextProcess(string signal) => CutOff.RunAsync(signal, _package.Start);

    [Fact]
    public async Task Bootstrap_EventAtTheLimit_GetsAResponse()
    {
        var request = Request("\"Description\": \"DESCRIPTION\", \"Resources\": {}");
        var padding = new string('x', PayloadLimit.Bytes - request.Length + "DESCRIPTION".Length);

        var response = await InvokeAsync(request.Replace("DESCRIPTION", padding, StringComparison.Ordinal));

        response.GetProperty("requestId").GetString().ShouldBe("e1");
        response.GetProperty("status").GetString().ShouldBe("failure");
    }

    /// <summary>The maximum depth of an event, on the stack size of the program's threads.</summary>
    [Theory]
    [InlineData("Layers", "{\"Fn::If\":[\"C\",[],", "[]", "]}")]
    [InlineData("Tags", "{\"Fn::If\":[\"C\",[],", "[]", "]}")]
    [InlineData("Environment", "{\"Fn::If\":[\"C\",{},", "{}", "]}")]
    [InlineData("Handler", "{\"Fn::If\":[\"C\",\"h\",", "\"h\"", "]}")]
    [InlineData("Role", "{\"Fn::If\":[\"C\",\"r\",", "\"r\"", "]}")]
    [InlineData("Runtime", "{\"Fn::Join\":[\"\",[", "\"python3.13\"", "]]}")]
    [InlineData("Description", "[", "1", "]")]
    [InlineData("Description", "{\"a\":", "1", "}")]
    public async Task Bootstrap_EventOfMaximumDepth_IsInstrumented(string property, string open, string inner, string close)
    {
        var levels = 950 / open.Count(c => c is '[' or '{');
        var deep = string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels));
        var runtime = property == "Runtime" ? "" : "\"Runtime\": \"python3.13\", ";

        var response = await InvokeAsync(Request($$$"""
            "Resources": { "F": { "Type": "AWS::Lambda::Function", "Properties": { {{{runtime}}}"{{{property}}}": {{{deep}}} } } }
            """));

        response.GetProperty("status").GetString().ShouldBe("success");
    }

    [Fact]
    public async Task Bootstrap_Sigterm_EndsAtOnceWithStatus0()
    {
        await using var api = new FakeRuntimeApi([]);

        (await _package.RunAsync(api)).ExitStatus.ShouldBe(0);
    }

    [Fact]
    public async Task Bootstrap_Invocation_LogsJsonLinesWithTheRequestId()
    {
        await using var api = new FakeRuntimeApi([Reply.Event("r1", Request("\"Resources\": {}"))]);

        var (_, output) = await _package.RunAsync(api);

        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonDocument.Parse(line).RootElement.GetProperty("requestId").GetString().ShouldBe("r1");
        }
        output.ShouldNotBeEmpty();
    }

    private static string Request(string fragment) =>
        $$"""
        { "region": "us-east-1", "accountId": "123456789012", "transformId": "123456789012::DatadogServerless", "requestId": "e1",
          "params": { "pythonLayerVersion": "120" }, "templateParameterValues": {}, "fragment": { {{fragment}} } }
        """;

    private async Task<JsonElement> InvokeAsync(string payload)
    {
        await using var api = new FakeRuntimeApi([Reply.Event("r1", payload)]);
        (await _package.RunAsync(api)).ExitStatus.ShouldBe(0);
        var post = api.Posts.ShouldHaveSingleItem();
        post.Call.ShouldBe("invocation/r1/response");
        return JsonDocument.Parse(post.Body, new JsonDocumentOptions { MaxDepth = 1000 }).RootElement;
    }
}
