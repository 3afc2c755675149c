using System.Text;
using Macro.Cli.Yaml;

namespace Macro.Cli.Tests.Yaml;

/// <summary>The two laws of the writer: an unchanged template keeps its text, and a changed template reads back as the same JSON.</summary>
public class WriteLawTests
{
    private const string Serverless = """
        AWSTemplateFormatVersion: '2010-09-09'
        Transform: [AWS::Serverless-2016-10-31, DatadogServerless]
        Description: >
          Folded
          description

        # Defaults
        Globals:
          Function: {Timeout: 3, Tags: {a: b}} # flow
        Mappings:
          Accounts:
            "012345678901": {Stage: prod}
            200: &shared {Stage: test}
            300: *shared
        Resources:
            Fn:
                Type: AWS::Serverless::Function   # kind
                Properties:
                    # how to start
                    Handler: "app.handler"
                    Layers:
                    - !Sub "arn:${AWS::Partition}:lambda"
                    -   plain
                        over lines
                    # flags
                    - !If
                      - IsProd
                      - a
                      - !Ref AWS::NoValue
                    Policies:
                      - Statement:
                          - Effect: Allow
                            Action: ['s3:*']

                            Resource: "*"
                      - - nested
                        - - deeper
                    InlineCode: |
                        # looks like a comment

                        run()
                    Environment:
                        Variables:

                            EMPTY:
                            QUOTED: 'no'

                # trailing, deep
            Queue: {Type: AWS::SQS::Queue}

        Outputs:
          Url:
            Value: !GetAtt Fn.Url
        """;

    private const string Odd = """
        %YAML 1.1
        --- # start
        A: &a
          x: 1 # one
          keep: |+
            kept

        # after the kept lines
        B:
          <<: *a
          own: [*a, 2]
        C:

         -
           # first
           k: v
         - # none
         - - a

           # b
           - b
         - ? explicit
           : value
        D: >-

           folded


        E: "double
          quoted"
            # deep
         # deeper than E
        F: |-
           last
              # text

              # not deep enough for text? still text
          # comment

        ...
        # end

        """;

    public static TheoryData<string, string> Templates()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, text) in new[] { ("serverless", Serverless), ("odd", Odd) })
        {
            data.Add(name, text);
            data.Add(name + " without last line break", text.TrimEnd('\n'));
            data.Add(name + " with CRLF", text.ReplaceLineEndings("\r\n"));
            data.Add(name + " with byte order mark", "\uFEFF" + text);
            data.Add(name + " keeping all line breaks", text.Replace(": |\n", ": |+\n", StringComparison.Ordinal));
        }
        data.Add("JSON", TemplateYaml.JsonOf(Serverless));
        return data;
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Write_NothingChanged_IsTheSameText(string name, string text)
    {
        var template = CloudFormationYaml.Read(text, name);

        CloudFormationYaml.Write(template, template.Json).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Write_WithoutSource_ReadsBack(string name, string text)
    {
        var template = CloudFormationYaml.Read(text, name);

        TemplateYaml.JsonOf(CloudFormationYaml.Write(template.Json)).ShouldBe(Encoding.UTF8.GetString(template.Json.Span));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Write_AnyChange_ReadsBack(string name, string text)
    {
        var template = CloudFormationYaml.Read(text, name);
        for (var seed = 0; seed < 300; seed++)
        {
            var json = RandomEdit.Of(template.Json, seed);

            var written = CloudFormationYaml.Write(template, Encoding.UTF8.GetBytes(json));

            TemplateYaml.JsonOf(written).ShouldBe(TemplateYaml.Canonical(json), $"{name}, seed {seed}:\n{written}");
        }
    }
}
