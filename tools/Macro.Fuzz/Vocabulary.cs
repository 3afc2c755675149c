using Macro.Core.Configuration;

namespace Macro.Fuzz;

/// <summary>Words that mean something to the macro or to CloudFormation, and some that mean trouble.</summary>
internal static class Vocabulary
{
    /// <summary>JSON texts of values.</summary>
    public static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1", "7", "120", "1.10", "1e999", "-0.0", "123456789012345678901234567890", "\"\"", "\"x\"",
        "\"true\"", "\"false\"", "\"1\"", "\"a,b\"", "\"a:b\"", "\"*\"",
        "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"é漢😀\"", "\"\\u2028\\u0085\\r\\n\"", "\"㐀0㐀\"", "\"${\"", "\"${}\"",
        "\"${!x}\"", "\"${AWS::Region}\"", "\"a\\\"b\\\\c\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "[\"x\"]", "[\"x86_64\"]", "[\"arm64\"]", "{\"x\":1}", "{\"\":\"\"}",
        """{"Ref":"Nowhere"}""", """{"Ref":"AWS::NoValue"}""", """{"Ref":"AWS::Region"}""", """{"Ref":"AWS::StackName"}""",
        """{"Ref":""}""", """{"Ref":[]}""",
        """{"Fn::If":["C",1,2]}""", """{"Fn::If":["C",{"Ref":"AWS::NoValue"},[]]}""", """{"Fn::If":["C",{},{"Ref":"AWS::NoValue"}]}""",
        """{"Fn::If":[]}""", """{"Fn::If":["C"]}""",
        """{"Fn::Sub":"${A}${A.Arn}${!A}"}""", """{"Fn::Sub":["${a}",{"a":"b"}]}""", """{"Fn::Sub":[]}""",
        """{"Fn::Join":["",["a",{"Ref":"B"}]]}""", """{"Fn::Join":[",",{"Ref":"L"}]}""",
        """{"Fn::Split":[",","a,b"]}""", """{"Fn::Split":["",""]}""", """{"Fn::Select":[1,["a","b"]]}""",
        """{"Fn::Select":["99999999999",["a"]]}""", """{"Fn::FindInMap":["M","a","b"]}""",
        """{"Fn::GetAtt":["A","Arn"]}""", """{"Fn::GetAtt":"A.Arn"}""", """{"Fn::GetAtt":[]}""", """{"Fn::ImportValue":"x"}""",
        """{"Fn::Equals":["a","a"]}""", """{"Condition":"C"}""",
        """{"Fn::Transform":{"Name":"AWS::Include"}}""", """{"Fn::ToJsonString":{"States":{}}}""", """{"Fn::GetAZs":""}""",
        "\"python3.13\"", "\"python2.7\"", "\"python3.99999999999\"", "\"nodejs22.x\"", "\"java21\"", "\"java8.al2\"", "\"dotnet8\"",
        "\"ruby3.3\"", "\"provided.al2023\"", "\"Image\"", "\"Zip\"",
        "\"datadog_lambda.handler.handler\"", "\"/opt/nodejs/node_modules/datadog-lambda-js/handler.handler\"", "\"/opt/datadog_wrapper\"",
        "\"CDK\"", "\"ALL\"", "\"off\"", "\"on\"", "\"tracer\"", "\"extension\"",
        "\"arn:aws:lambda:us-east-1:123456789012:function:forwarder\"",
        "\"arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Extension:1\"", "\"arn:aws:states:::lambda:invoke\"",
        "\"arn:aws:states:::states:startExecution.sync:2\"", "\"arn:aws:iam::123456789012:role/r\"", "\"/aws/lambda/x\"", "\"arn:::::::\"",
        "\":\"", "\"git@github.com:a/b\"", "\"sha,https://u:p@h:1/p?q#f\"",
        "\"Task\"", "\"Map\"", "\"Parallel\"", "\"Pass\"", "\"JSONata\"", "\"JSONPath\"", "\"{% $states.input %}\"", "\"$\"", "\"$$\"",
        "\"{\\\"States\\\":{}}\"", "\"{\\\"StartAt\\\":\\\"${A}\\\"}\"",
    ];

    /// <summary>Resource types that the macro knows.</summary>
    public static readonly string[] Types =
    [
        "AWS::Lambda::Function", "AWS::Serverless::Function", "AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine",
        "AWS::IAM::Role", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy",
        "AWS::Logs::LogGroup", "AWS::Logs::SubscriptionFilter", "AWS::Lambda::Version", "AWS::Lambda::Alias",
        "AWS::Lambda::CodeSigningConfig", "AWS::CloudFront::Distribution", "Custom::DatadogLogGroups",
        "AWS::StepFunctions::Activity", "AWS::S3::Bucket", "",
    ];

    /// <summary>Names of members that somebody reads.</summary>
    public static readonly string[] Names =
    [
        "Type", "Properties", "Condition", "Metadata", "Datadog", "DatadogServerless", "Warnings", "Code", "LogicalId", "Message",
        "DependsOn", "Resources", "Parameters", "Mappings", "Conditions", "Globals", "Function",
        "Default", "NoEcho", "Runtime", "Handler", "Layers", "Environment", "Variables", "Tags", "Key", "Value", "Role", "Architectures",
        "PackageType", "ImageConfig", "Command", "LoggingConfig", "LogGroup",
        "LogGroupName", "FunctionName", "TracingConfig", "Tracing", "Mode", "CodeSigningConfigArn", "AllowedPublishers",
        "SigningProfileVersionArns", "AutoPublishAlias", "Policies", "PolicyName", "PolicyDocument",
        "Statement", "Effect", "Action", "NotAction", "ManagedPolicyArns", "AssumeRolePolicyDocument", "LambdaFunctionAssociations",
        "LambdaFunctionARN", "DestinationArn", "FilterName", "FilterPattern", "ServiceToken",
        "LogGroupNames", "RetentionInDays", "Definition", "DefinitionString", "DefinitionSubstitutions", "DefinitionUri",
        "DefinitionS3Location", "LoggingConfiguration", "Logging", "Level", "IncludeExecutionData",
        "Destinations", "CloudWatchLogsLogGroup", "LogGroupArn", "RoleArn", "StartAt", "States", "Next", "End", "Branches", "ItemProcessor",
        "Iterator", "ProcessorConfig", "ItemSelector", "ItemBatcher", "BatchInput",
        "ResultPath", "ResultSelector", "Result", "Output", "Choices", "QueryLanguage", "Resource", "Arguments", "Payload", "Payload.$",
        "Input", "Input.$", "CONTEXT.$", "Execution.$", "_datadog", "DD_TAGS",
        "DD_LAMBDA_HANDLER", "DD_API_KEY", "AWS_LAMBDA_EXEC_WRAPPER", "DD_TRACE_ENABLED", "dd_sls_macro", "CDKMetadata", "Ref", "Fn::If",
        "Fn::Sub", "Fn::Join", "Fn::GetAtt", "Fn::ToJsonString", "Fn::ForEach::X",
        "Transform", "__proto__", "constructor", "", "\\ud800", "a\\u0000b", "\\u0052ef", "a.b", "[0]", "region", "accountId", "fragment",
        "params", "requestId", "templateParameterValues",
        "RequestType", "ResponseURL", "StackId", "RequestId", "ResourceType", "LogicalResourceId", "PhysicalResourceId",
        "ResourceProperties", "LegacyForwarderArn", "LegacyLogGroupNames", "f\\ud800xxxxxxx", "R\\ud800xxxxxxxxxx",
    ];

    /// <summary>The macro's own parameters.</summary>
    public static readonly string[] Parameters = [.. ParameterCatalog.Names];

    /// <summary>Makes a call of a value; # stands for it.</summary>
    public static readonly string[] Calls =
    [
        """{"Fn::If":["C",#,{"Ref":"AWS::NoValue"}]}""", """{"Fn::If":["C",{"Ref":"AWS::NoValue"},#]}""", """{"Fn::If":["C",#,#]}""",
        """{"Fn::Join":["",[#]]}""", """{"Fn::Join":[",",#]}""", """{"Fn::Join":[",",["a",#,"b"]]}""",
        """{"Fn::Sub":#}""", """{"Fn::Sub":["${a}",{"a":#}]}""", """{"Fn::Select":[0,[#]]}""", """{"Fn::Select":["0",#]}""",
        """{"Fn::Split":[",",#]}""", """{"Fn::GetAtt":#}""", """{"Ref":#}""", """{"Fn::ToJsonString":#}""",
        """{"Fn::Equals":[#,#]}""", """{"Fn::Not":[#]}""", "[#]", "[#,#]", """{"x":#}""",
    ];

    /// <summary>Pieces that are put into strings.</summary>
    public static readonly string[] Pieces =
    [
        "${A}", "${A.Arn}", "${!A}", "${", "}", "${AWS::Region}", "\\\"", "\\\\", "\\n", "\\u2028", "\\ud83d", "\\ude00", "㐀", "㐀0㐀",
        ",", ":", "=", "*", "?", "/", ".", "$", "{%", "%}", "{", "[", "é", "\\u0000", " ", "git.commit.sha:",
    ];
}
