using FsCheck;
using FsCheck.Fluent;

namespace Macro.Core.Tests.Laws.Cases;

/// <summary>The resources around the functions: roles, log groups with filters, versions, what the macro knows nothing of.</summary>
internal static class OtherResources
{
    /// <summary>What functions and state machines refer to.</summary>
    public static readonly OtherCase[] Fixed =
    [
        new("Role", """{"Type":"AWS::IAM::Role","Properties":{"Policies":[{"PolicyName":"Own","PolicyDocument":{"Statement":[]}}]}}"""),
        new(
            "Role2",
            """
            {"Type":"AWS::IAM::Role","Condition":"Unknown",
              "Properties":{"AssumeRolePolicyDocument":{},
              "ManagedPolicyArns":["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]}}
            """),
        new(
            "EdgeRole",
            """
            {"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Statement":[
              {"Principal":{"Service":["lambda.amazonaws.com","edgelambda.amazonaws.com"]}}]}}}
            """),
        new(
            "Group",
            """{"Type":"AWS::Logs::LogGroup","Properties":{"LogGroupName":{"Fn::Sub":"/aws/lambda/${F0}"},"RetentionInDays":7.0}}"""),
        new("Group2", """{"Type":"AWS::Logs::LogGroup","Condition":"Unknown"}"""),
        new(
            "Signing",
            """{"Type":"AWS::Lambda::CodeSigningConfig","Properties":{"AllowedPublishers":{"SigningProfileVersionArns":["arn:own"]}}}"""),
    ];

    private static readonly string[] Bodies =
    [
        """{"Type":"AWS::S3::Bucket","Properties":{"Size":1.10,"Name":{"Fn::Sub":"${AWS::StackName}-b"}}}""",
        """{"Type":"AWS::DynamoDB::Table","DeletionPolicy":"Retain"}""",
        "7", "null", "[]", """{"Properties":{"Runtime":"python3.12"}}""", """{"Type":"AWS::Lambda::Function"}""",
        """{"Type":"Custom::X","Properties":{"\u0041":"\u00e9","Big":12345678901234567890,"Far":1e999}}""",
        """{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"F0"}}}""",
        """{"Type":"AWS::Lambda::Alias","Properties":{"FunctionVersion":{"Fn::GetAtt":["O0","Version"]}}}""",
        """{"Type":"AWS::Logs::LogGroup","Properties":{"LogGroupName":{"Fn::Join":["",["/aws/lambda/",{"Ref":"F1"}]]}}}""",
        """{"Type":"AWS::Logs::LogGroup","Properties":{"LogGroupName":"/aws/lambda/fixed-name"}}""",
        """
        {"Type":"AWS::Logs::SubscriptionFilter",
          "Properties":{"LogGroupName":{"Ref":"Group"},"DestinationArn":"arn:aws:lambda:us-east-1:123456789012:function:other",
          "FilterPattern":""}}
        """,
        """
        {"Type":"AWS::Logs::SubscriptionFilter",
          "Properties":{"LogGroupName":{"Fn::Sub":"/aws/lambda/${F0}"},
          "DestinationArn":"arn:aws:lambda:us-east-1:123456789012:function:forwarder","FilterPattern":""}}
        """,
        """
        {"Type":"AWS::Logs::SubscriptionFilter","Condition":"Unknown",
          "Properties":{"LogGroupName":"/aws/lambda/shared","DestinationArn":{"Ref":"Unknown"}}}
        """,
        """
        {"Type":"AWS::CloudFront::Distribution",
          "Properties":{"DistributionConfig":{"DefaultCacheBehavior":{"LambdaFunctionAssociations":[{"LambdaFunctionARN":{"Ref":"O0"}}]}}}}
        """,
        """
        {"Type":"AWS::IAM::Policy",
          "Properties":{"Roles":[{"Ref":"Role"}],"PolicyDocument":{"Statement":{"Effect":"Allow","Action":"secretsmanager:*"}}}}
        """,
        """
        {"Type":"AWS::ApiGateway::Stage",
          "Properties":{"RestApiId":{"Ref":"O1"},"StageName":"quokka","MethodSettings":[{"LoggingLevel":"INFO"}]}}
        """,
        """
        {"Type":"AWS::ApiGateway::Stage","Condition":"Unknown",
          "Properties":{"StageName":{"Ref":"Unknown"},"AccessLogSetting":{"DestinationArn":{"Fn::GetAtt":["Group2","Arn"]}}}}
        """,
        """{"Type":"AWS::ApiGateway::Deployment","Properties":{"RestApiId":{"Ref":"O1"},"StageName":"quokka"}}""",
        """{"Type":"AWS::ApiGatewayV2::Api","Properties":{"ProtocolType":"WEBSOCKET"}}""",
        """{"Type":"AWS::ApiGatewayV2::Stage","Condition":"Yes","Properties":{"ApiId":{"Ref":"O1"},"StageName":"$default"}}""",
        """{"Type":"AWS::StepFunctions::StateMachine"}""", """{"Type":"AWS::Serverless::Api","Properties":{"StageName":"Prod"}}""",
        """{"Type":"Custom::DatadogLogGroups","Properties":{"ServiceToken":"arn:old","LogGroupNames":[]}}""",
    ];

    public static Gen<OtherCase> Cases => Gen.Elements(Bodies).Select(body => new OtherCase("O", body));

    /// <summary>A resource that CDK puts into its templates, or a loop that is not expanded; mostly neither.</summary>
    public static Gen<OtherCase?> Sign => Piece.Optional(4,
        new OtherCase("CDKMetadata", """{"Type":"AWS::CDK::Metadata"}"""),
        new OtherCase("Fn::ForEach::Loop", """["X",["a"],{"F${X}":{"Type":"AWS::Lambda::Function"}}]"""),
        new OtherCase("F0DatadogLogSubscription", """{"Type":"AWS::S3::Bucket"}"""), new OtherCase("M0LogGroup", "3"));
}
