import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { root } from "./repository.mjs";

const read = (file) => readFileSync(join(root, file), "utf8");
const sources = (folder, extension) => readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith(extension) && !/(^|\/)(bin|obj|node_modules)\//.test(name)).map((name) => join(folder, name));
const lambda = sources("src/Macro.Lambda", ".cs").map(read).join("");

test("log messages in the page of operations are those of the function", () => {
  const messages = [...read("docs/operations.md").matchAll(/^\| ([A-Z][^|]*\.) \| (?:INFO|WARN|ERROR)/gm)].map(([, message]) => message);
  assert.ok(messages.length >= 7);
  for (const message of messages) assert.ok(lambda.includes(`"${message}"`) || lambda.includes(message.replace("status 200", "status {status}")), message);
});

test("messages in queries, alarms and the dashboard are those of the function", () => {
  const text = ["docs/operations.md", "docs/operations/alarms.yml", "docs/operations/dashboard.json"].map(read).join("").replaceAll('\\"', '"');
  const messages = new Set([...text.matchAll(/"(The [^"]*\.)"/g)].map(([, message]) => message));
  assert.ok(messages.size >= 4);
  for (const message of messages) assert.ok(lambda.includes(`"${message}"`), message);
});

test("fields in queries are those of the function's log lines", () => {
  for (const field of ["requestBytes", "responseBytes", "instrumented", "code", "subjects"]) assert.ok(lambda.includes(`"${field}"`), field);
});

test("the dashboard has a title and a query in each widget", () => {
  for (const { definition } of JSON.parse(read("docs/operations/dashboard.json")).widgets) {
    assert.ok(definition.title);
    assert.ok(definition.query ?? definition.requests.every(({ queries, formulas }) => queries.length > 0 && formulas.length > 0));
  }
});

test("Dependabot looks at every folder with npm packages", () => {
  const listed = parse(read(".github/dependabot.yml")).updates.find((update) => update["package-ecosystem"] === "npm").directories;
  const folders = ["docs", "tests", "examples"].flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith("package-lock.json") && !name.includes("node_modules")).map((name) => `/${join(folder, name, "..")}`));
  assert.deepEqual(folders.sort(), [...listed].sort());
});

test("issue forms have the parts that GitHub requires", () => {
  for (const name of ["bug", "feature"]) {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`));
    assert.ok(form.name && form.description && form.body.every((part) => part.type === "markdown" || (part.id && part.attributes.label)));
  }
});

test("scripts, files and folders that pages name exist", () => {
  const pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "Dockerfile", ...sources("docs", ".md")];
  for (const page of pages)
    for (const [, file] of read(page).matchAll(/(?<![\w/.-])((?:build|ci|tests|examples|docs|src)\/[\w./-]*[\w-]\.(?:sh|mjs|yml|json|yaml|cs|md|csproj))(?![\w-])/g))
      assert.ok(existsSync(join(root, file)), `${page} names ${file}`);
});
