import {
  CfnMapping, Duration, RemovalPolicy, Stack, type StackProps, Validations,
  aws_lambda as lambda,
  aws_logs as logs,
  aws_s3 as s3,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
} from "aws-cdk-lib";
import type { Construct } from "constructs";

/** How a trip gets booked: three state machines, one in JSONPath and two in JSONata, that start each other. */
export class WorkflowStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    this.addTransform("DatadogServerless");
    new CfnMapping(this, "Datadog", {
      mapping: {
        Parameters: {
          pythonLayerVersion: "120",
          nodeLayerVersion: "132",
          stepFunctionForwarderArn: "arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder",
          service: "trips-workflow",
          env: "staging",
        },
      },
    });
    // The macro reads the mapping, the template itself does not; the CDK would remark on that.
    Validations.of(this).acknowledge({ id: "CloudFormation-Validate::W7001", reason: "The macro reads it" });

    const reserve = new lambda.Function(this, "Reserve", {
      runtime: lambda.Runtime.PYTHON_3_13,
      handler: "index.handler",
      code: lambda.Code.fromInline("def handler(event, context):\n    return event"),
    });
    const notify = new lambda.Function(this, "Notify", {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: "index.handler",
      code: lambda.Code.fromInline("exports.handler = async (event) => event;"),
    });

    const followUp = this.followUp(notify);
    const sendDocuments = this.sendDocuments(notify, followUp);
    this.bookTrip(reserve, notify, sendDocuments, followUp);
  }

  /** JSONata, and no payload given: the CDK hands the whole input to the function. */
  private followUp(notify: lambda.IFunction) {
    const wait = sfn.Wait.jsonata(this, "Wait a week", { time: sfn.WaitTime.duration(Duration.days(7)) });
    const ask = tasks.LambdaInvoke.jsonata(this, "Ask for a review", { lambdaFunction: notify });
    return new sfn.StateMachine(this, "FollowUp", {
      queryLanguage: sfn.QueryLanguage.JSONATA,
      definitionBody: sfn.DefinitionBody.fromChainable(wait.next(ask)),
    });
  }

  /** JSONata, a distributed map in batches, and a log group that it already has. */
  private sendDocuments(notify: lambda.IFunction, followUp: sfn.IStateMachine) {
    const documents = new s3.Bucket(this, "Documents", { removalPolicy: RemovalPolicy.DESTROY });

    const sendBatch = tasks.LambdaInvoke.jsonata(this, "Send a batch", {
      lambdaFunction: notify,
      payload: sfn.TaskInput.fromText("{% $states.input %}"),
    });
    const eachDocument = sfn.DistributedMap.jsonata(this, "Each document", {
      itemReader: new sfn.S3JsonItemReader({ bucket: documents, key: "outgoing.json" }),
      itemBatcher: new sfn.ItemBatcher({ maxItemsPerBatch: 50, batchInput: { channel: "mail" } }),
      maxConcurrency: 10,
      toleratedFailurePercentage: 5,
    });
    eachDocument.itemProcessor(sendBatch, { mode: sfn.ProcessorMode.DISTRIBUTED, executionType: sfn.ProcessorType.STANDARD });

    const confirm = tasks.LambdaInvoke.jsonata(this, "Wait for the traveller", {
      lambdaFunction: notify,
      integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: sfn.TaskInput.fromObject({
        token: "{% $states.context.Task.Token %}",
        trip: "{% $states.context.Execution.Input.trip %}",
      }),
      taskTimeout: sfn.Timeout.duration(Duration.days(2)),
    });
    const startFollowUp = tasks.StepFunctionsStartExecution.jsonata(this, "Start the follow-up", {
      stateMachine: followUp,
      input: sfn.TaskInput.fromObject({ trip: "{% $states.context.Execution.Input.trip %}" }),
    });
    const both = sfn.Parallel.jsonata(this, "Confirm and follow up").branch(confirm, startFollowUp);

    return new sfn.StateMachine(this, "SendDocuments", {
      queryLanguage: sfn.QueryLanguage.JSONATA,
      definitionBody: sfn.DefinitionBody.fromChainable(eachDocument.next(both)),
      logs: {
        level: sfn.LogLevel.ERROR,
        destination: new logs.LogGroup(this, "SendDocumentsLogs", {
          logGroupName: "/aws/vendedlogs/states/trips-send-documents",
          retention: logs.RetentionDays.ONE_MONTH,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
  }

  /** JSONPath, as most state machines are, with one state in JSONata. */
  private bookTrip(reserve: lambda.IFunction, notify: lambda.IFunction, sendDocuments: sfn.IStateMachine, followUp: sfn.IStateMachine) {
    // No payload given: the whole input travels on.
    const check = new tasks.LambdaInvoke(this, "Check the trip", { lambdaFunction: reserve, outputPath: "$.Payload" });

    // Two functions for each leg of the trip; the second state has the function itself as its resource, the older way.
    const eachLeg = new sfn.Map(this, "Each leg", {
      itemsPath: "$.legs",
      // An object for each item: what goes into a Lambda function by itself can then carry the trace context too.
      itemSelector: { leg: sfn.JsonPath.objectAt("$$.Map.Item.Value"), trip: sfn.JsonPath.stringAt("$.trip") },
      maxConcurrency: 4,
      resultPath: "$.reserved",
    });
    eachLeg.itemProcessor(
      new tasks.LambdaInvoke(this, "Reserve a seat", { lambdaFunction: reserve, outputPath: "$.Payload" })
        .next(new tasks.LambdaInvoke(this, "Note the seat", {
          lambdaFunction: notify,
          payloadResponseOnly: true,
          payload: sfn.TaskInput.fromObject({ seat: sfn.JsonPath.objectAt("$") }),
        })),
    );

    const charge = new tasks.LambdaInvoke(this, "Charge the card", {
      lambdaFunction: reserve,
      integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: sfn.TaskInput.fromObject({ token: sfn.JsonPath.taskToken, card: sfn.JsonPath.stringAt("$.card") }),
      taskTimeout: sfn.Timeout.duration(Duration.minutes(10)),
    });
    const tell = new tasks.LambdaInvoke(this, "Tell the traveller", {
      lambdaFunction: notify,
      payload: sfn.TaskInput.fromObject({ trip: sfn.JsonPath.stringAt("$.trip"), template: "booked" }),
    });
    const count = tasks.LambdaInvoke.jsonata(this, "Count the booking", {
      lambdaFunction: notify,
      payload: sfn.TaskInput.fromObject({ legs: "{% $count($states.input.legs) %}" }),
    });
    const payAndTell = new sfn.Parallel(this, "Pay and tell", { resultPath: sfn.JsonPath.DISCARD }).branch(charge, tell, count);

    // One execution that is waited for, one that goes its own way.
    const documents = new tasks.StepFunctionsStartExecution(this, "Send the documents", {
      stateMachine: sendDocuments,
      integrationPattern: sfn.IntegrationPattern.RUN_JOB,
      input: sfn.TaskInput.fromObject({ trip: sfn.JsonPath.stringAt("$.trip") }),
      resultPath: sfn.JsonPath.DISCARD,
    });
    const later = new tasks.StepFunctionsStartExecution(this, "Follow up later", {
      stateMachine: followUp,
      input: sfn.TaskInput.fromObject({ trip: sfn.JsonPath.stringAt("$.trip") }),
    });

    new sfn.StateMachine(this, "BookTrip", {
      definitionBody: sfn.DefinitionBody.fromChainable(check.next(eachLeg).next(payAndTell).next(documents).next(later)),
      timeout: Duration.days(3),
    });
  }
}
