// Writes template.json, workflow.template.json and reports.template.json: what the CDK makes of the stacks.
// It plays the part of the `cdk` command, which hands these two settings to the app, so that the templates are those that get deployed.
import { readFileSync, rmSync, writeFileSync } from "node:fs";

rmSync("cdk.out", { recursive: true, force: true });
process.env.CDK_OUTDIR = "cdk.out";
process.env.CDK_CONTEXT_JSON = JSON.stringify({ "aws:cdk:enable-path-metadata": true, "aws:cdk:version-reporting": true });
await import("./build/app.js");

for (const [stack, file] of [["Trips", "template.json"], ["TripsWorkflow", "workflow.template.json"], ["TripsReports", "reports.template.json"]]) {
  const template = JSON.parse(readFileSync(`cdk.out/${stack}.template.json`, "utf8"));
  // The CDK's list of constructs is compressed, and compressed bytes differ from processor to processor.
  template.Resources.CDKMetadata.Properties.Analytics = "v2:deflate64:the-list-of-constructs";
  writeFileSync(file, JSON.stringify(template, null, 2) + "\n");
  console.log(file);
}
