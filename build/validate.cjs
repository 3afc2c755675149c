#!/usr/bin/env node
// AWS's offline validator over macro-template.yml and the templates of docs, which must have no error, and over what the macro makes of the examples and golden
// cases, which must have no error that the template did not have before.
//
// usage: VALIDATE_DIR=FOLDER build/validate.cjs      FOLDER has the npm package @aws/cloudformation-validate
"use strict";
const fs = require("fs");
const path = require("path");
const validator = require(require.resolve("@aws/cloudformation-validate", { paths: [process.env.VALIDATE_DIR ?? "."] }));

const root = path.join(__dirname, "..");
const engine = new validator.CelEngine();

const errors = (file, region) => engine
  .validateStandard(new validator.TemplateFile(path.join(root, file)), { severityLevel: "ERROR", pseudoParameterOverrides: { region } })
  .diagnostics.map((diagnostic) => `${diagnostic.ruleId}: ${diagnostic.message}`);

const gained = (before, after) => after.filter((error) => {
  const index = before.indexOf(error);
  if (index >= 0) before.splice(index, 1);
  return index < 0;
});

const expectedFiles = () => ["examples", "tests/Samples"].flatMap((folder) =>
  fs.readdirSync(path.join(root, folder), { recursive: true }).filter((name) => /^[^/]+\/[^/]*expected\.(yaml|json)$/.test(name)).map((name) => path.join(folder, name)));

function* pairs() {
  for (const file of expectedFiles()) {
    const folder = path.dirname(file);
    const before = ["expanded", "template"].map((stem) => file.replace(/expected(?=\.\w+$)/, stem)).find((candidate) => fs.existsSync(path.join(root, candidate)));
    const options = path.join(root, folder, "arguments.txt");
    const region = fs.existsSync(options) ? /--region (\S+)/.exec(fs.readFileSync(options, "utf8"))?.[1] : undefined;
    yield { before, after: file, region: region ?? "us-east-1" };
  }
}

const ownTemplates = () => fs.readdirSync(path.join(root, "docs"), { recursive: true })
  .filter((name) => name.endsWith(".yml") && !name.includes("node_modules")).map((name) => path.join("docs", name)).concat("macro-template.yml");

let checked = 0;
let problems = [];
for (const file of ownTemplates()) {
  checked++;
  problems = problems.concat(errors(file, "us-east-1").map((error) => `${file}: ${error}`));
}
for (const { before, after, region } of pairs()) {
  checked++;
  problems = problems.concat(gained(errors(before, region), errors(after, region)).map((error) => `${after}: ${error}`));
}
problems.forEach((problem) => console.log(problem));
console.log(`${checked} templates, ${problems.length} new errors`);
process.exitCode = problems.length > 0 ? 1 : 0;
