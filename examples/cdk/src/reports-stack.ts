import { Duration, aws_events as events, aws_events_targets as targets, aws_lambda as lambda } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { DatadogStack, type DatadogStackProps } from "./datadog-stack.js";

/** A report every morning. The same stack in Python: ../../cdk-python. */
export class ReportsStack extends DatadogStack {
  constructor(scope: Construct, id: string, props: DatadogStackProps) {
    super(scope, id, props);

    const report = new lambda.Function(this, "MorningReport", {
      runtime: lambda.Runtime.PYTHON_3_13,
      handler: "index.handler",
      code: lambda.Code.fromInline('def handler(event, context):\n    print("trips yesterday: 42")'),
      timeout: Duration.seconds(30),
    });
    new events.Rule(this, "Morning", {
      schedule: events.Schedule.cron({ minute: "0", hour: "6" }),
      targets: [new targets.LambdaFunction(report)],
    });
  }
}
