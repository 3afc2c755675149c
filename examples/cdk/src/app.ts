import { App } from "aws-cdk-lib";
import { ReportsStack } from "./reports-stack.js";
import { TripsStack } from "./trips-stack.js";
import { WorkflowStack } from "./workflow-stack.js";

const app = new App();
// A fixed account and region: nothing is looked up, and the templates say the same on every machine.
const env = { account: "123456789012", region: "us-east-1" };
new TripsStack(app, "Trips", { env });
new WorkflowStack(app, "TripsWorkflow", { env });
new ReportsStack(app, "TripsReports", {
  env,
  datadog: {
    pythonLayerVersion: "120",
    extensionLayerVersion: "90",
    apiKeySsmArn: "arn:aws:ssm:us-east-1:123456789012:parameter/datadog",
    service: "trips",
    env: "staging",
  },
});
app.synth();
