using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Changes;

/// <summary>Every output format masks secrets.</summary>
public class ValueMaskTests
{
    private const string Template = """
        Transform:
          - Name: DatadogServerless
            Parameters:
              pythonLayerVersion: 1
              service: !Ref Team
              env: prod
              extraEnv: [DD_TRACE_X=HIDDEN-extra, DD_ENV=HIDDEN-env]
              gitData: abc123,github.com/o/r
              flushMetricsToLogs: false
              apiKey: HIDDEN-key
              tags: ["owner:HIDDEN-noecho"]
              forwarderArn: arn:aws:lambda:us-east-1:123456789012:function:f
        Parameters:
          Team: {Type: String, NoEcho: true, Default: HIDDEN-noecho}
        Globals:
          Function:
            Environment: {Variables: {DD_LOG_LEVEL: HIDDEN-inherited}}
        Resources:
          F:
            Type: AWS::Serverless::Function
            Metadata: {Datadog: {extraEnv: [OWN=HIDDEN-own, DD_SITE=HIDDEN-site]}}
            Properties:
              Runtime: python3.13
              Handler: app.handler
              Environment:
                Variables: {DD_TAGS: HIDDEN-tags, DD_LAMBDA_HANDLER: HIDDEN-handler, PASSWORD: HIDDEN-password, DD_VERSION: HIDDEN-version}
          G:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: python3.13
              Handler: app.handler
              Environment: !If [C, {Variables: {DD_SERVICE: HIDDEN-branch}},
                {Variables: !If [C, {DD_TAGS: HIDDEN-inner}, !Ref AWS::NoValue]}]
        Conditions: {C: !Equals [a, b]}
        """;

    [Theory]
    [InlineData("diff", "--format", "text")]
    [InlineData("diff", "--format", "json")]
    [InlineData("diff", "--format", "markdown")]
    [InlineData("report", "--output", "-")]
    public void Output_OfAnyForm_ShowsNoSecret(string command, string option, string value)
    {
        var run = CliRun.Of(
            Template, new Dictionary<string, string> { ["DD_MACRO_EXTRA_ENV"] = "DD_SERVICE=HIDDEN-process" }, command, "-", option, value);
        run.ExitCode.ShouldBe(0, run.Error);
        (run.Output + run.Error).ShouldNotContain("HIDDEN-", Case.Sensitive);
    }

    /// <summary>The page shows the author's comments, and these may hold what is masked elsewhere.</summary>
    [Fact]
    public void Report_Comments_ShowNoSecret()
    {
        const string template = """
            Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1, apiKey: HIDDEN-key, env: prod}}
            Parameters: {Team: {Type: String, NoEcho: true, Default: HIDDEN-noecho}}
            Resources:
              F:
                # Handles the orders.
                Type: AWS::Lambda::Function # mentions HIDDEN-noecho
                Metadata:
                  Datadog: # HIDDEN-metadata
                    # apiKey: HIDDEN-commented
                    service: HIDDEN-noecho
                Properties:
                  Runtime: python3.13 # was HIDDEN-noecho
                  Handler: app.handler # the entry point
                  # The team: HIDDEN-noecho
                  # OLD_PASSWORD: HIDDEN-setting
                  #Environment:
                  #  Variables: |
                  #    HIDDEN-deeper
                  # TOKEN=HIDDEN-assigned
                  Description: 'it''s # a: b' # token: HIDDEN-quoted
                  Environment: # HIDDEN-environment
                    # HIDDEN-above
                    Variables: # HIDDEN-variables
                      # was HIDDEN-first
                      PASSWORD: HIDDEN-password # HIDDEN-beside
            #         COMMENTED: HIDDEN-column
                      OTHER: |
                        HIDDEN-block
                        # HIDDEN-text
                        # HIDDEN-last
            """;

        var run = CliRun.Of(template, new Dictionary<string, string>(), "report", "-", "-o", "-");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldNotContain("HIDDEN-", Case.Sensitive);
        run.Output.ShouldContain("# Handles the orders.");
        run.Output.ShouldContain("Handler: app.handler # the entry point");
    }

    [Fact]
    public void Report_ReplacedKeys_AreNotShown()
    {
        const string template = """
            Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1}}
            Resources:
              F:
                Type: AWS::Lambda::Function
                Properties:
                  Runtime: python3.13
                  Handler: app.handler
                  Environment:
                    Variables:
                      PASSWORD: HIDDEN-first
                      PASSWORD: HIDDEN-last
            """;

        var run = CliRun.Of(template, new Dictionary<string, string>(), "report", "-", "-o", "-", "--allow-duplicate-keys");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldNotContain("HIDDEN-", Case.Sensitive);
    }

    [Theory]
    [InlineData("gitData", "HIDDENsha,https://user@example.com/HIDDEN/app.git")]
    [InlineData("tags", "team:HIDDEN, HIDDEN:web")]
    [InlineData("env", "HIDDEN at night")]
    public void Diff_PartsOfANoEchoValue_AreMaskedToo(string parameter, string value)
    {
        var template = $$"""
            Transform: {Name: DatadogServerless,
              Parameters: {addLayers: false, stepFunctionForwarderArn: "arn:aws:lambda:us-east-1:123456789012:function:f",
              forwarderArn: "arn:aws:lambda:us-east-1:123456789012:function:f", {{parameter}}: !Ref Secret} }
            Parameters: {Secret: {Type: String, NoEcho: true, Default: "{{value}}"} }
            Resources:
              F: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.13, Handler: app.handler} }
              M: {Type: AWS::StepFunctions::StateMachine, Properties: {Definition: {States: {} } } }
            """;

        var run = CliRun.Of(template, new Dictionary<string, string>(), "diff", "-", "--format", "json");

        run.ExitCode.ShouldBe(0, run.Error);
        (run.Output + run.Error).ShouldNotContain("HIDDEN", Case.Sensitive);
    }

    [Fact]
    public void Diff_Variables_ShowsOnlyWhatTheMacroSetsFromPlainParameters()
    {
        var output = CliRun.Of(Template, new Dictionary<string, string>(), "diff", "-", "--full").Output;
        output.ShouldContain("~ variable          DD_TAGS: ******** → ******** (changed)\n");
        output.ShouldContain("~ variable          DD_LAMBDA_HANDLER: ******** → app.handler\n");
        output.ShouldContain("+ variable          DD_API_KEY: ********\n");
        output.ShouldContain("+ variable          DD_ENV: ********\n");
        output.ShouldContain("+ variable          DD_TRACE_X: ********\n");
        output.ShouldContain("+ variable          DD_FLUSH_TO_LOG: false\n");
        output.ShouldNotContain("PASSWORD");
    }
}
