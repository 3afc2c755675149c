// Writes template.json: the template that `osls deploy` would upload.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

execFileSync("npx", ["osls", "package"], { stdio: "inherit", env: { ...process.env, SLS_TELEMETRY_DISABLED: "1", SLS_NOTIFICATIONS_MODE: "off" } });

// The one thing that differs from run to run: the folder in the deployment bucket is named for the time of packaging.
const template = readFileSync(".serverless/cloudformation-template-update-stack.json", "utf8")
  .replaceAll(/\b\d{13}-\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, "1767225600000-2026-01-01T00:00:00.000Z");
writeFileSync("template.json", JSON.stringify(JSON.parse(template), null, 2) + "\n");
console.log("template.json");
