
namespace Macro.CloudFormation.Templates;

/// <summary>The names of the resource types that the macro reads or writes.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html and
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html
/// </remarks>
public static class ResourceTypes
{
    /// <summary>The settings of API Gateway for an account and region.</summary>
    public const string ApiGatewayAccount = "AWS::ApiGateway::Account";

    /// <summary>A deployment of a REST API, which may create a stage.</summary>
    public const string ApiGatewayDeployment = "AWS::ApiGateway::Deployment";

    /// <summary>A stage of a REST API.</summary>
    public const string ApiGatewayStage = "AWS::ApiGateway::Stage";

    /// <summary>An HTTP or WebSocket API.</summary>
    public const string HttpApi = "AWS::ApiGatewayV2::Api";

    /// <summary>A stage of an HTTP or WebSocket API.</summary>
    public const string HttpApiStage = "AWS::ApiGatewayV2::Stage";

    /// <summary>A REST API with its stage as AWS SAM declares it.</summary>
    public const string ServerlessApi = "AWS::Serverless::Api";

    /// <summary>An HTTP API with its stage as AWS SAM declares it.</summary>
    public const string ServerlessHttpApi = "AWS::Serverless::HttpApi";

    /// <summary>A CloudFront distribution, whose behaviours may call Lambda@Edge functions.</summary>
    public const string CloudFrontDistribution = "AWS::CloudFront::Distribution";

    /// <summary>A stack within a stack.</summary>
    public const string NestedStack = "AWS::CloudFormation::Stack";

    /// <summary>An IAM managed policy.</summary>
    public const string ManagedPolicy = "AWS::IAM::ManagedPolicy";

    /// <summary>An IAM policy that is attached to roles, users or groups.</summary>
    public const string Policy = "AWS::IAM::Policy";

    /// <summary>An IAM role.</summary>
    public const string Role = "AWS::IAM::Role";

    /// <summary>An inline policy of one IAM role.</summary>
    public const string RolePolicy = "AWS::IAM::RolePolicy";

    /// <summary>An alias of a Lambda function.</summary>
    public const string LambdaAlias = "AWS::Lambda::Alias";

    /// <summary>A code signing configuration for Lambda functions.</summary>
    public const string LambdaCodeSigningConfig = "AWS::Lambda::CodeSigningConfig";

    /// <summary>A Lambda function.</summary>
    public const string LambdaFunction = "AWS::Lambda::Function";

    /// <summary>A permission to invoke a Lambda function.</summary>
    public const string LambdaPermission = "AWS::Lambda::Permission";

    /// <summary>A published version of a Lambda function.</summary>
    public const string LambdaVersion = "AWS::Lambda::Version";

    /// <summary>A Lambda function that is declared as a web application.</summary>
    public const string WebFunction = "AWS::Lambda::WebFunction";

    /// <summary>A CloudWatch Logs log group.</summary>
    public const string LogGroup = "AWS::Logs::LogGroup";

    /// <summary>A CloudWatch Logs subscription filter.</summary>
    public const string SubscriptionFilter = "AWS::Logs::SubscriptionFilter";

    /// <summary>A nested application as AWS SAM declares it.</summary>
    public const string ServerlessApplication = "AWS::Serverless::Application";

    /// <summary>A Lambda function as AWS SAM declares it.</summary>
    public const string ServerlessFunction = "AWS::Serverless::Function";

    /// <summary>A Step Functions state machine as AWS SAM declares it.</summary>
    public const string ServerlessStateMachine = "AWS::Serverless::StateMachine";

    /// <summary>A Step Functions activity.</summary>
    public const string Activity = "AWS::StepFunctions::Activity";

    /// <summary>A Step Functions state machine.</summary>
    public const string StateMachine = "AWS::StepFunctions::StateMachine";

    /// <summary>A monitor in Datadog; a type that Datadog publishes.</summary>
    /// <remarks>Source: https://github.com/DataDog/datadog-cloudformation-resources</remarks>
    public const string DatadogMonitor = "Datadog::Monitors::Monitor";

    /// <summary>The macro's custom resource that creates log groups; not a type of AWS.</summary>
    public const string DatadogLogGroups = "Custom::DatadogLogGroups";
}
