import {
  CfnCondition, CfnMapping, CfnParameter, Duration, Fn, RemovalPolicy, Stack, type StackProps, Validations,
  aws_dynamodb as dynamodb,
  aws_events as events,
  aws_events_targets as targets,
  aws_iam as iam,
  aws_lambda as lambda,
  aws_lambda_event_sources as sources,
  aws_logs as logs,
  aws_sqs as sqs,
} from "aws-cdk-lib";
import type { Construct } from "constructs";

/** Trips that people plan: an API, mail in the background, a report every night. */
export class TripsStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    // This is all that Datadog needs: the macro, and its parameters.
    this.addTransform("DatadogServerless");
    new CfnMapping(this, "Datadog", {
      mapping: {
        Parameters: {
          stackName: this.stackName,
          pythonLayerVersion: "120",
          nodeLayerVersion: "132",
          forwarderArn: "arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder",
          service: "trips",
          env: "staging",
          version: "2.3.0",
          tags: "team:travel,tier:2",
          exclude: ["Scratch*"],
        },
      },
    });
    // The macro reads the mapping, the template itself does not; the CDK would remark on that.
    Validations.of(this).acknowledge({ id: "CloudFormation-Validate::W7001", reason: "The macro reads it" });

    const stage = new CfnParameter(this, "Stage", { default: "staging", allowedValues: ["staging", "production"] });
    const isProduction = new CfnCondition(this, "IsProduction", { expression: Fn.conditionEquals(stage, "production") });

    const trips = new dynamodb.TableV2(this, "TripsTable", {
      partitionKey: { name: "id", type: dynamodb.AttributeType.STRING },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const outbox = new sqs.Queue(this, "Outbox", { visibilityTimeout: Duration.seconds(90) });

    // Python, called by its own URL, by way of an alias of the current version.
    const api = new lambda.Function(this, "Api", {
      description: "Plans and shows trips",
      runtime: lambda.Runtime.PYTHON_3_13,
      handler: "index.handler",
      code: lambda.Code.fromInline([
        "import json, os",
        "",
        "def handler(event, context):",
        '    return {"statusCode": 200, "body": json.dumps({"table": os.environ["TRIPS_TABLE"]})}',
      ].join("\n")),
      memorySize: 512,
      timeout: Duration.seconds(10),
      environment: {
        TRIPS_TABLE: trips.tableName,
        OUTBOX_URL: outbox.queueUrl,
        LOG_LEVEL: Fn.conditionIf(isProduction.logicalId, "INFO", "DEBUG").toString(),
      },
    });
    trips.grantReadWriteData(api);
    outbox.grantSendMessages(api);
    const live = new lambda.Alias(this, "ApiLive", { aliasName: "live", version: api.currentVersion });
    live.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });

    // Node.js on arm64, with a role of its own, fed by a queue. Its log group is declared by name.
    const mailerRole = new iam.Role(this, "MailerRole", {
      assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName("service-role/AWSLambdaBasicExecutionRole")],
    });
    const mailer = new lambda.Function(this, "Mailer", {
      description: "Sends what waits in the outbox",
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.ARM_64,
      handler: "index.handler",
      code: lambda.Code.fromInline([
        "exports.handler = async (event) => {",
        "  for (const record of event.Records) console.log(JSON.stringify({ mailed: record.messageId }));",
        "};",
      ].join("\n")),
      role: mailerRole,
      timeout: Duration.seconds(30),
    });
    mailer.addEventSource(new sources.SqsEventSource(outbox, { batchSize: 5 }));
    new logs.LogGroup(this, "MailerLogs", {
      logGroupName: `/aws/lambda/${mailer.functionName}`,
      retention: logs.RetentionDays.TWO_WEEKS,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    // Python, every night, with a log group that the function itself is told to use.
    const report = new lambda.Function(this, "NightlyReport", {
      runtime: lambda.Runtime.PYTHON_3_12,
      handler: "index.handler",
      code: lambda.Code.fromInline('def handler(event, context):\n    print("trips today: 42")'),
      logGroup: new logs.LogGroup(this, "ReportLogs", {
        retention: logs.RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      environment: { TRIPS_TABLE: trips.tableName, DD_LOG_LEVEL: "debug" },
    });
    new events.Rule(this, "Nightly", {
      schedule: events.Schedule.cron({ minute: "0", hour: "2" }),
      targets: [new targets.LambdaFunction(report)],
    });
    // What differs for one function stands in its metadata.
    resourceOf(report).addMetadata("Datadog", { service: "trips-report", tags: ["team:finance"] });

    // Only in production, from the function itself to whatever the macro adds for it.
    const audit = new lambda.Function(this, "Audit", {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: "index.handler",
      code: lambda.Code.fromInline("exports.handler = async (event) => { console.log(JSON.stringify(event)); };"),
    });
    resourceOf(audit).cfnOptions.condition = isProduction;

    // A playground that nobody watches: excluded by name.
    new lambda.Function(this, "Scratch", {
      runtime: lambda.Runtime.PYTHON_3_13,
      handler: "index.handler",
      code: lambda.Code.fromInline("def handler(event, context):\n    return event"),
    });
  }
}

function resourceOf(fn: lambda.Function): lambda.CfnFunction {
  return fn.node.defaultChild as lambda.CfnFunction;
}
