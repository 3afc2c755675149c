from aws_cdk import App, Duration, Environment, aws_events as events, aws_events_targets as targets, aws_lambda as lambda_
from constructs import Construct

from datadog_stack import DatadogStack


class ReportsStack(DatadogStack):
    """A report every morning. The same stack in TypeScript: ../cdk/src/reports-stack.ts."""

    def __init__(self, scope: Construct, id: str, **kwargs) -> None:
        super().__init__(scope, id, **kwargs)
        report = lambda_.Function(
            self,
            "MorningReport",
            runtime=lambda_.Runtime.PYTHON_3_13,
            handler="index.handler",
            code=lambda_.Code.from_inline('def handler(event, context):\n    print("trips yesterday: 42")'),
            timeout=Duration.seconds(30),
        )
        events.Rule(
            self,
            "Morning",
            schedule=events.Schedule.cron(minute="0", hour="6"),
            targets=[targets.LambdaFunction(report)],
        )


app = App()
ReportsStack(
    app,
    "TripsReports",
    # A fixed account and region: nothing is looked up, and the template says the same on every machine.
    env=Environment(account="123456789012", region="us-east-1"),
    datadog={
        "pythonLayerVersion": "120",
        "extensionLayerVersion": "90",
        "apiKeySsmArn": "arn:aws:ssm:us-east-1:123456789012:parameter/datadog",
        "service": "trips",
        "env": "staging",
    },
)
app.synth()
