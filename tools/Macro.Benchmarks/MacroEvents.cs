using System.Globalization;
using System.Text;

namespace Macro.Benchmarks;

/// <summary>
/// Macro events of any size, shaped like what SAM makes: each function with a role and a permission, five languages, two architectures.
/// </summary>
internal static class MacroEvents
{
    private const string Parameters = """
        "pythonLayerVersion":"120","nodeLayerVersion":"132","javaLayerVersion":"24","dotnetLayerVersion":"23",
          "rubyLayerVersion":"27","service":"bench","env":"prod","version":"1"
        """;

    private const string Extension = """
        ,"extensionLayerVersion":"90","apiKeySecretArn":"arn:aws:secretsmanager:us-east-1:123456789012:secret:dd-AbCdEf",
          "enableXrayTracing":true
        """;

    private const string Forwarder = """
        ,"forwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder"
        """;

    private const string WorkflowForwarder = """
        ,"stepFunctionForwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder"
        """;

    private static readonly string[] Runtimes = ["python3.13", "nodejs22.x", "java21", "dotnet8", "ruby3.3"];

    /// <summary>The events that most measurements use: one function, few, many, and many with much that nobody touches.</summary>
    public static IReadOnlyList<(string Name, byte[] Event)> OfAnySize =>
    [
        ("1 function", OfFunctions(1)),
        ("20 functions", OfFunctions(20)),
        ("160 functions", OfFunctions(160)),
        ("160 functions and a large API", OfFunctions(160, paths: 2900)),
    ];

    /// <summary>An event of so many functions, and of an API of so many paths that nobody touches.</summary>
    public static byte[] OfFunctions(int functions, int paths = 0) =>
        Event(Parameters + Extension, [.. Enumerable.Range(0, functions).SelectMany(Function), Api(paths)]);

    /// <summary>An event whose functions send their logs to a forwarder.</summary>
    public static byte[] WithForwarding(int functions) =>
        Event(Parameters + Forwarder, Enumerable.Range(0, functions).SelectMany(Function));

    /// <summary>An event of so many state machines, each with a function that it calls in a loop and in parallel.</summary>
    public static byte[] WithWorkflows(int workflows) =>
        Event(Parameters + WorkflowForwarder, Enumerable.Range(0, workflows).SelectMany(i => Function(i).Append(Workflow(i))));

    private static byte[] Event(string parameters, IEnumerable<string> resources) => Encoding.UTF8.GetBytes(
        """{"region":"us-east-1","accountId":"123456789012","transformId":"123456789012::DatadogServerless","""
        + "\"requestId\":\"bench\",\"params\":{" + OneLine(parameters)
        + """},"templateParameterValues":{},"fragment":{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"""
        + string.Join(',', resources) + "}}}");

    private static IEnumerable<string> Function(int i) =>
    [
        Resource($"Fn{i}", "AWS::Lambda::Function", """
            {"Code":{"S3Bucket":"bucket","S3Key":"code/#.zip"},"Handler":"app.handler","Runtime":"RUNTIME",
              "Role":{"Fn::GetAtt":["Fn#Role","Arn"]},"MemorySize":256,"Timeout":30,"Architectures":["ARCHITECTURE"],
              "Environment":{"Variables":{"TABLE":{"Ref":"Table"},"STAGE":"prod",
              "URL":{"Fn::Sub":"https://${Api}.execute-api.${AWS::Region}.amazonaws.com/"}}},
              "Tags":[{"Key":"lambda:createdBy","Value":"SAM"}]}
            """.Replace("RUNTIME", Runtimes[i % Runtimes.Length], StringComparison.Ordinal)
            .Replace("ARCHITECTURE", i % 2 == 0 ? "x86_64" : "arm64", StringComparison.Ordinal), i),
        Resource($"Fn{i}Role", "AWS::IAM::Role", """
            {"AssumeRolePolicyDocument":{"Version":"2012-10-17",
              "Statement":[{"Action":["sts:AssumeRole"],"Effect":"Allow","Principal":{"Service":["lambda.amazonaws.com"]}}]},
              "ManagedPolicyArns":["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
              "Tags":[{"Key":"lambda:createdBy","Value":"SAM"}]}
            """),
        Resource(
            $"Fn{i}Permission",
            "AWS::Lambda::Permission",
            """{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"Fn#"},"Principal":"apigateway.amazonaws.com"}""",
            i),
    ];

    private static string Workflow(int i) => Resource($"Flow{i}", "AWS::StepFunctions::StateMachine", """
        {"RoleArn":{"Fn::GetAtt":["Fn#Role","Arn"]},"DefinitionString":{"Fn::Join":["",["{\"StartAt\":\"Each\",\"States\":{
          \"Each\":{\"Type\":\"Map\",\"ItemProcessor\":{\"StartAt\":\"Call\",\"States\":{
            \"Call\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",
              \"Parameters\":{\"FunctionName\":\"",{"Fn::GetAtt":["Fn#","Arn"]},"\",\"Payload\":{\"order.$\":\"$.order\"}},\"End\":true}}},
            \"Next\":\"Both\"},
          \"Both\":{\"Type\":\"Parallel\",\"Branches\":[{\"StartAt\":\"Left\",\"States\":{
            \"Left\":{\"Type\":\"Pass\",\"End\":true}}}],\"End\":true}}}"]]}}
        """, i);

    private static string Api(int paths) => Resource("Api", "AWS::ApiGateway::RestApi", paths == 0
        ? """{"Name":"api"}"""
        : """{"Body":{"paths":{""" + string.Join(',', Enumerable.Range(0, paths).Select(Path)) + "}}}");

    private static string Path(int i) => Numbered("""
        "/p#":{"get":{"x-amazon-apigateway-integration":{"httpMethod":"POST","type":"aws_proxy",
          "uri":{"Fn::Sub":"arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn0.Arn}/invocations"}},"responses":{}}}
        """, i);

    private static string Resource(string logicalId, string type, string properties, int i = 0) =>
        $"\"{logicalId}\":{{\"Type\":\"{type}\",\"Properties\":{Numbered(properties, i)}}}";

    private static string Numbered(string text, int i) =>
        OneLine(text).Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The JSON without the line breaks that it has here, as SAM sends it.</summary>
    private static string OneLine(string json) => string.Concat(json.Split('\n', StringSplitOptions.TrimEntries));
}
