using Macro.Cli.Tests.Deployed.Fakes;

namespace Macro.Cli.Tests.Deployed;

/// <summary>What instrumenting and uninstrumenting does to functions.</summary>
public sealed class InstrumentTests : DeployedTest
{
    [Fact]
    public void Instrument_NodeFunction_MakesOneUpdateAndOneTagCallAndMasksTheVariable()
    {
        Cloud.Lambda.Add(new FakeFunction("orders") { Variables = Map("DB=hunter2") });

        Instrument("-f", "orders").ShouldBe(0, Output);

        Cloud.Changes.ShouldBe(["UpdateFunctionConfiguration orders", "TagResource orders"]);
        Cloud["orders"].Handler.ShouldBe(NodeHandler);
        Cloud["orders"].Variables["DB"].ShouldBe("hunter2");
        Cloud["orders"].Variables["DD_LAMBDA_HANDLER"].ShouldBe("index.handler");
        Cloud["orders"].Layers.ShouldBe([Layer("Datadog-Node22-x:140"), Layer("Datadog-Extension:90")]);
        Cloud["orders"].Tags["dd_sls_macro_by"].ShouldBe("CLI");
        Output.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Instrument_Again_ChangesNothing()
    {
        Cloud.Lambda.Add(new FakeFunction("orders"));
        Instrument("-f", "orders").ShouldBe(0, Output);

        Instrument("-f", "orders").ShouldBe(0, Output);

        Cloud.Changes.ShouldBeEmpty();
        Output.ShouldContain("current");
    }

    [Fact]
    public void Instrument_NewerExtension_ReplacesOneLayerInPlace()
    {
        Cloud.Lambda.Add(new FakeFunction("orders"));
        Instrument("-f", "orders");

        Run(["instrument", "-f", "orders", .. Extension.Select(word => word == "extensionLayerVersion=90" ? "extensionLayerVersion=91"
            : word), "--yes"]);

        Cloud.Changes.ShouldBe(["UpdateFunctionConfiguration orders"], Output);
        Cloud["orders"].Layers.ShouldBe([Layer("Datadog-Node22-x:140"), Layer("Datadog-Extension:91")]);
    }

    [Fact]
    public void Uninstrument_RestoresConfigurationAndTags()
    {
        Cloud.Lambda.Add(new FakeFunction("orders") { Variables = Map("DB=1"), Tags = Map("team=a") });
        var before = Cloud["orders"].Configuration;
        Instrument("-f", "orders");
        Cloud["orders"].Configuration.ShouldNotBe(before);

        Uninstrument("-f", "orders").ShouldBe(0, Output);

        Cloud["orders"].Configuration.ShouldBe(before);
    }

    [Fact]
    public void Instrument_LayersOfAnotherArchitecture_AreReplacedInPlaceAndOthersKeepTheirOrder()
    {
        string[] own = [Layer("ZZ:1", FakeCloud.Account), Layer("AA:2", FakeCloud.Account)];
        Cloud.Lambda.Add(Python("p") with { Architecture = "arm64", Layers = [.. own, Layer("Datadog-Python312:100")] });
        var before = Cloud["p"].Configuration;

        Instrument("-f", "p").ShouldBe(0, Output);

        Cloud["p"].Layers.ShouldBe([.. own, Layer("Datadog-Python312-ARM:120"), Layer("Datadog-Extension-ARM:90")]);
        Cloud["p"].Tags["dd_sls_macro_layers"].ShouldBe("Datadog-Python312:100");
        Uninstrument("-f", "p");
        Cloud["p"].Configuration.ShouldBe(before);
    }

    [Fact]
    public void Instrument_LayerOfAnEarlierRuntime_IsReplaced()
    {
        Cloud.Lambda.Add(Python("p") with { Layers = [Layer("Datadog-Python311:100")] });

        Instrument("-f", "p").ShouldBe(0, Output);

        Cloud["p"].Layers.ShouldBe([Layer("Datadog-Python312:120"), Layer("Datadog-Extension:90")]);
    }

    [Fact]
    public void Instrument_VariablesOfTheUser_StayBothTimes()
    {
        Cloud.Lambda.Add(Python("p") with { Variables = Map("DD_SERVICE=mine", "DD_LOG_LEVEL=debug", "DD_TAGS=Owner:Bob") });
        var before = Cloud["p"].Configuration;

        Instrument("-f", "p", "--set", "service=other", "--set", "tags=a:b", "--set", "logLevel=info").ShouldBe(0, Output);

        foreach (var (name, value) in Map("DD_SERVICE=mine", "DD_LOG_LEVEL=debug", "DD_TAGS=Owner:Bob"))
            Cloud["p"].Variables[name].ShouldBe(value);
        Uninstrument("-f", "p");
        Cloud["p"].Configuration.ShouldBe(before);
    }

    [Fact]
    public void Instrument_All_SkipsImagesAndOldRuntimesWithCodes()
    {
        Cloud.Lambda.Add(new FakeFunction("image") { PackageType = "Image" });
        Cloud.Lambda.Add(new FakeFunction("old") { Runtime = "nodejs10.x" });
        Cloud.Lambda.Add(new FakeFunction("node"));
        Cloud.Lambda.Add(Python("python"));

        Instrument("--all").ShouldBe(0, Output);

        Cloud.Changes.Where(call => call.StartsWith("Update", StringComparison.Ordinal)).Order()
            .ShouldBe(["UpdateFunctionConfiguration node", "UpdateFunctionConfiguration python"]);
        Output.ShouldContain("DD708");
        Output.ShouldContain("DD720");
        Output.ShouldContain("2 functions to change; 2 skipped.");
    }

    [Fact]
    public void Uninstrument_HandlerUnknown_IsRefusedUnlessGiven()
    {
        Cloud.Lambda.Add(Python("p") with { Handler = "datadog_lambda.handler.handler" });

        Uninstrument("-f", "p").ShouldBe(1);
        Output.ShouldContain("DD713");
        Cloud.Changes.ShouldBeEmpty();

        Uninstrument("-f", "p", "--handler", "a.b").ShouldBe(0, Output);
        Cloud["p"].Handler.ShouldBe("a.b");
    }

    [Fact]
    public void Instrument_OwnWrapper_StaysWithAWarning()
    {
        Cloud.Lambda.Add(new FakeFunction("j")
        {
            Runtime = "java21",
            Handler = "a.B::c",
            Variables = Map(
            "AWS_LAMBDA_EXEC_WRAPPER=/opt/mine")
        });

        Instrument("-f", "j").ShouldBe(0, Output);

        Cloud["j"].Variables["AWS_LAMBDA_EXEC_WRAPPER"].ShouldBe("/opt/mine");
        Cloud["j"].Layers.Count.ShouldBe(2);
        Output.ShouldContain("DD319");
    }

    [Theory]
    [InlineData("aws:cloudformation:stack-name=shop", "DD705")]
    [InlineData("aws-chalice=version=1", "DD706")]
    public void Instrument_Managed_IsSkippedUnlessForced(string tag, string code)
    {
        Cloud.Lambda.Add(Python("p") with { Tags = Map(tag) });

        Instrument("-f", "p").ShouldBe(0);
        Cloud.Changes.ShouldBeEmpty();
        Output.ShouldContain(code);

        Instrument("-f", "p", "--force-managed").ShouldBe(0, Output);
        Cloud.Changes.ShouldNotBeEmpty();
    }

    [Fact]
    public void Instrument_DatadogCi_IsTakenOverAndBackOnlyWithAdopt()
    {
        var before = Python("p").Configuration;
        Cloud.Lambda.Add(Python("p") with
        {
            Handler = "datadog_lambda.handler.handler",
            Layers = [Layer("Datadog-Python311:80"), Layer("Datadog-Extension:50")],
            Variables = Map("DD_LAMBDA_HANDLER=app.run", "DD_SITE=datadoghq.eu"),
            Tags = Map("dd_sls_ci=v2.0.0"),
        });

        Uninstrument("-f", "p").ShouldBe(0);
        Output.ShouldContain("DD707");

        Uninstrument("-f", "p", "--adopt").ShouldBe(0, Output);
        Cloud["p"].Configuration.ShouldBe(before);
    }

    [Fact]
    public void Instrument_Alias_IsPublishedOnce()
    {
        var function = Python("p");
        Cloud.Lambda.Add(function with { Versions = new Dictionary<string, FakeFunction> { ["1"] = function }, Aliases = Map("live=1") });

        Instrument("-f", "p", "--publish", "--alias", "live").ShouldBe(0, Output);
        Cloud.Changes.ShouldBe(["UpdateFunctionConfiguration p", "TagResource p", "PublishVersion p", "UpdateAlias p"]);
        Cloud["p"].Aliases["live"].ShouldBe("2");

        Instrument("-f", "p", "--publish", "--alias", "live").ShouldBe(0, Output);
        Cloud.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Instrument_CodeThatIsNotReleased_IsNotPublished()
    {
        var function = Python("p");
        Cloud.Lambda.Add(function with
        {
            CodeSha256 = "new",
            Versions = new Dictionary<string, FakeFunction> { ["1"] = function },
            Aliases = Map("live=1")
        });

        Instrument("-f", "p", "--publish", "--alias", "live").ShouldBe(0, Output);

        Cloud.Changes.ShouldBeEmpty();
        Output.ShouldContain("DD723");
    }

    [Fact]
    public void Instrument_VersionsThatAreCalled_AreNamed()
    {
        Cloud.Lambda.Add(Python("p") with { Aliases = Map("live=7") });

        Instrument("-f", "p").ShouldBe(0, Output);

        Output.ShouldContain("DD716");
        Output.ShouldContain("alias live (version 7)");
    }
}
