using Macro.Cli.Tests.Deployed.Fakes;

namespace Macro.Cli.Tests.Deployed;

/// <summary>Log groups and subscription filters of functions.</summary>
public sealed class LogForwardingTests : DeployedTest
{
    private const string Group = "/aws/lambda/p";
    private const string Own = "datadog-forwarder";
    private const string Elsewhere = "arn:aws:lambda:us-east-1:123456789012:function:elsewhere";

    [Fact]
    public void Forward_GroupMissing_IsMadeAndSubscribedAndTheFilterGoesAgain()
    {
        Cloud.Lambda.Add(Python("p"));
        var before = Cloud["p"].Configuration;

        Forward("-f", "p", "--set", "service=shop").ShouldBe(0, Output);

        Cloud.Changes.ShouldBe(
        [
            "TagResource p", "UpdateFunctionConfiguration p", $"CreateLogGroup {Group}", $"PutSubscriptionFilter {Group}", "TagResource p",
        ]);
        Cloud.Logs.Groups[Group].ShouldBe(Map($"{Own}={FakeCloud.Forwarder}"));
        Cloud["p"].Tags["service"].ShouldBe("shop");
        Uninstrument("-f", "p").ShouldBe(0, Output);
        Cloud.Logs.Groups[Group].ShouldBeEmpty();
        Cloud["p"].Configuration.ShouldBe(before);
    }

    [Fact]
    public void Forward_OneOtherFilter_IsSubscribedBesideIt()
    {
        Cloud.Lambda.Add(Python("p"));
        Cloud.Logs.Groups[Group] = Map("mine=x");

        Forward("-f", "p").ShouldBe(0, Output);

        Cloud.Logs.Groups[Group].Keys.ShouldBe(["mine", Own]);
    }

    [Fact]
    public void Forward_TwoOtherFilters_IsAWarningAndTheRestIsDone()
    {
        Cloud.Lambda.Add(Python("p"));
        Cloud.Logs.Groups[Group] = Map("mine=x", "yours=y");

        Forward("-f", "p").ShouldBe(0, Output);

        Output.ShouldContain("DD402");
        Cloud["p"].Handler.ShouldNotBe("app.run");
        Cloud.Logs.Groups[Group].Count.ShouldBe(2);
    }

    [Fact]
    public void Forward_OwnFilterWithAnotherDestination_IsReplacedAndComesBack()
    {
        Cloud.Lambda.Add(Python("p"));
        Cloud.Logs.Groups[Group] = Map($"{Own}={Elsewhere}");

        Forward("-f", "p").ShouldBe(0, Output);
        Cloud.Logs.Groups[Group].ShouldBe(Map($"{Own}={FakeCloud.Forwarder}"));

        Uninstrument("-f", "p").ShouldBe(0, Output);
        Cloud.Logs.Groups[Group].ShouldBe(Map($"{Own}={Elsewhere}"));
    }

    [Fact]
    public void Forward_FilterThatWasThereBefore_StaysAfterUninstrument()
    {
        Cloud.Lambda.Add(Python("p"));
        Cloud.Logs.Groups[Group] = Map($"{Own}={FakeCloud.Forwarder}");

        Forward("-f", "p").ShouldBe(0, Output);
        Uninstrument("-f", "p").ShouldBe(0, Output);

        Cloud.Logs.Groups[Group].ShouldBe(Map($"{Own}={FakeCloud.Forwarder}"));
    }

    [Fact]
    public void Forward_OwnLogGroup_IsSubscribed()
    {
        Cloud.Lambda.Add(Python("p") with { LogGroup = "shared" });

        Forward("-f", "p").ShouldBe(0, Output);

        Cloud.Logs.Groups.Keys.ShouldBe(["shared"]);
    }

    [Fact]
    public void Forward_TheForwarderItself_IsLeftAlone()
    {
        Cloud.Lambda.Add(Python("datadog-forwarder"));

        Forward("--all").ShouldBe(0, Output);

        Cloud.Changes.ShouldBeEmpty();
        Output.ShouldContain("DD724");
    }

    [Fact]
    public void Uninstrument_FilterIsDenied_KeepsWhatIsRememberedAndTheNextRunFinishes()
    {
        Cloud.Lambda.Add(Python("p"));
        var before = Cloud["p"].Configuration;
        Forward("-f", "p").ShouldBe(0, Output);
        Cloud.Error = (operation, _) => operation == "DeleteSubscriptionFilter" ? FakeError.Denied("logs:DeleteSubscriptionFilter") : null;
        Uninstrument("-f", "p").ShouldBe(1);

        Cloud.Error = (_, _) => null;
        Uninstrument("-f", "p").ShouldBe(0, Output);

        Cloud.Logs.Groups[Group].ShouldBeEmpty();
        Cloud["p"].Configuration.ShouldBe(before);
    }

    [Fact]
    public void Forward_FilterIsDenied_ReportsWhatIsDoneAndTheNextRunFinishes()
    {
        Cloud.Lambda.Add(Python("p"));
        Cloud.Error = (operation, _) => operation == "PutSubscriptionFilter" ? FakeError.Denied("logs:PutSubscriptionFilter") : null;

        Forward("-f", "p").ShouldBe(1);
        Output.ShouldContain("Done: ");
        Output.ShouldContain("must be allowed logs:PutSubscriptionFilter");

        Cloud.Error = (_, _) => null;
        Forward("-f", "p").ShouldBe(0, Output);
        Cloud.Changes.ShouldBe([$"PutSubscriptionFilter {Group}"]);
    }
}
