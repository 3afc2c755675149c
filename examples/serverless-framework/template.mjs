// Writes template.json: the template that `osls deploy` would upload.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

execFileSync("npx", ["osls", "package"], { stdio: "inherit", env: { ...process.env, SLS_TELEMETRY_DISABLED: "1", SLS_NOTIFICATIONS_MODE: "off" } });

// Two things differ from run to run: the folder in the deployment bucket is named for the time of packaging, and the versions of functions
// are in the order in which their code was hashed.
const text = readFileSync(".serverless/cloudformation-template-update-stack.json", "utf8")
  .replaceAll(/\b\d{13}-\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, "1767225600000-2026-01-01T00:00:00.000Z");
const template = JSON.parse(text);
template.Resources = sort(template.Resources, (resource) => resource.Type === "AWS::Lambda::Version");
template.Outputs = sort(template.Outputs, (output) => output.Description === "Current Lambda function version");
writeFileSync("template.json", JSON.stringify(template, null, 2) + "\n");
console.log("template.json");

/** Sorts the chosen members of an object by name; the others keep their positions. */
function sort(members, isChosen) {
  const names = Object.keys(members);
  const sorted = names.filter((name) => isChosen(members[name])).sort();
  return Object.fromEntries(names.map((name) => (isChosen(members[name]) ? sorted.shift() : name)).map((name) => [name, members[name]]));
}
