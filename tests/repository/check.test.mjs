// ci/check.sh and the scripts around it, on repositories that are made here. MACRO is the command line, by default the one that
// build/test.sh builds.
import assert from "node:assert/strict";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { Folder, root } from "./repository.mjs";

const macro = process.env.MACRO ?? `dotnet ${join(root, "src/Macro.Cli/bin/Debug/net10.0/macro.dll")}`;
const template = (parameters, ...names) => `Transform:
  - Name: DatadogServerless
    Parameters: {${parameters}}
Resources:
${names.map((name) => `  ${name}: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b, Code: {ZipFile: x}, Role: r}}\n`).join("")}`;
const good = "pythonLayerVersion: 120, extensionLayerVersion: 90, apiKeySecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:k-a1B2c3'";

let folder;
beforeEach(() => {
  folder = new Folder().write("orders.yaml", template(good, "Place")).write("untouched.yaml", template("addLayers: maybe", "Old"))
    .write("removed.yaml", template("addLayers: maybe", "Old"));
  assert.equal(folder.run("git init -q -b main . && git config user.name t && git config user.email t@example.com && git add . && git commit -qm 1").status, 0);
});
afterEach(() => folder.delete());

const commit = () => folder.run("git add -A . && git commit -qm 2");
const check = (base = "HEAD~1", env = {}) => folder.run(`bash ${root}/ci/check.sh '${base}' out`, { env: { MACRO: macro, ...env } });
const sarif = () => JSON.parse(folder.read("out/macro.sarif")).runs[0].results;

test("three templates that differ: findings of one, changes of two, exit status 1", () => {
  folder.write("orders.yaml", template(good, "Place", "Cancel")).write("broken.yaml", template("pythonLayerVersoin: 120", "Pay"))
    .write("plain.json", '{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}').write("package.json", "{}")
    .write(".github/workflows/ci.yml", template("addLayers: maybe", "Hidden")).run("rm removed.yaml");
  commit();

  const { status, output } = check();

  assert.equal(status, 1);
  assert.equal(folder.read("out/templates"), "broken.yaml\norders.yaml\nplain.json\n");
  assert.match(output, /^broken\.yaml:3:18: error DD202 pythonLayerVersoin: /m);
  assert.deepEqual([...new Set(sarif().filter(({ level }) => level === "error").map((result) => result.locations[0].physicalLocation.artifactLocation.uri))], ["broken.yaml"]);
  const comment = folder.read("out/comment.md");
  assert.match(comment, /^<!-- macro diff -->\n## Datadog instrumentation\n\n- ` 3 templates: 1 changed, 1 unchanged, 1 rejected `\n/);
  assert.match(comment, /### ` broken\.yaml `\n\nThe macro rejects this template: \d errors?, 0 warnings\./);
  assert.match(comment, /### ` orders\.yaml `\n\nChanges 2 functions;/);
  assert.match(comment, /\nTemplates in which the macro changes nothing: 1\.\n$/);
  assert.doesNotMatch(comment, /untouched|Hidden|removed/);
});

test("GitHub gets annotations, GitLab a code quality report", () => {
  folder.write("broken.yaml", template("pythonLayerVersoin: 120", "Pay"));
  commit();
  assert.match(check("HEAD~1", { MACRO_ANNOTATIONS: "true" }).output, /^::error file=broken\.yaml,line=3,col=18,title=DD202 pythonLayerVersoin::/m);
  assert.equal(folder.run("ls out/code-quality.json").status, 2);
  check("HEAD~1", { GITLAB_CI: "true" });
  assert.equal(JSON.parse(folder.read("out/code-quality.json"))[0].location.path, "broken.yaml");
});

test("valid templates: exit status 0", () => {
  folder.write("orders.yaml", template(good, "Place", "Cancel"));
  commit();
  assert.equal(check().status, 0);
  assert.deepEqual(sarif().filter(({ level }) => level === "error"), []);
});

test("no template: nothing is validated", () => {
  folder.write("readme.md", "x");
  commit();
  assert.deepEqual([check().status, folder.read("out/templates"), folder.read("out/macro.sarif")], [0, "", ""]);
  assert.match(folder.read("out/comment.md"), /This change touches no template\./);
});

test("a base of zeros: every template", () => {
  assert.equal(check("0".repeat(40)).status, 1);
  assert.equal(folder.read("out/templates"), "orders.yaml\nremoved.yaml\nuntouched.yaml\n");
});

test("what the base branch got meanwhile is not of this change", () => {
  folder.run("git checkout -q -b feature").error;
  folder.write("orders.yaml", template(good, "Place", "Cancel"));
  commit();
  folder.run("git checkout -q main");
  folder.write("untouched.yaml", template("addLayers: perhaps", "Old"));
  commit();
  folder.run("git checkout -q feature");
  assert.equal(check("main").status, 0);
  assert.equal(folder.read("out/templates"), "orders.yaml\n");
});

test("names with spaces, quotes, dashes, wildcards and at signs are only names", () => {
  const names = ["-v.yaml", "@answers.yaml", "a b'c\"d.yaml", "sub/*.yaml", "$(touch hacked).yaml"];
  for (const name of names) folder.write(name, template(good, "Place"));
  commit();
  assert.equal(check().status, 0);
  assert.deepEqual(folder.read("out/templates").trim().split("\n").sort(), ["$(touch hacked).yaml", "./-v.yaml", "./@answers.yaml", "a b'c\"d.yaml", "sub/*.yaml"]);
  assert.equal(folder.run("ls hacked").status, 2);
});

test("options and paths are passed on", () => {
  folder.write("app/a.yaml", template(good, "Place")).write("lib/b.yaml", template("addLayers: maybe", "Other"));
  commit();
  assert.equal(check("HEAD~1", { MACRO_PATHS: "app\n:!lib\n", MACRO_OPTIONS: "--set=service=shop front\n--region=eu-west-1" }).status, 0);
  assert.match(folder.read("out/comment.md"), /DD_SERVICE: shop front/);
  assert.match(folder.read("out/comment.md"), /eu-west-1/);
});

test("a comment stays below GitHub's limit", () => {
  for (let number = 0; number < 120; number++) folder.write(`${number}.yaml`, template(good, `F${number}`));
  commit();
  assert.equal(check().status, 0);
  assert.ok(folder.read("out/comment.md").length < 65536);
  assert.match(folder.read("out/comment.md"), /Templates that are left out, since the comment would be too long: \d+\./);
});

for (const [what, base, env, message] of [
  ["an unknown commit", "f".repeat(40), {}, /there is no commit ffff/],
  ["a program that is missing", "HEAD~1", { MACRO: "no-such-program" }, /macro validate ended with exit status 127/],
  ["a wrong option", "HEAD~1", { MACRO_OPTIONS: "--no-such-option" }, /ended with exit status 2/],
])
  test(`${what}: exit status 2, not a clean result`, () => {
    folder.write("orders.yaml", template(good, "Place", "Cancel"));
    commit();
    const { status, error } = check(base, env);
    assert.equal(status, 2);
    assert.match(error, message);
  });

test("the action's step sets outputs and fails like the check", () => {
  folder.write("broken.yaml", template("pythonLayerVersoin: 120", "Pay"));
  commit();
  const env = { MACRO: macro, BASE: "HEAD~1", RUNNER_TEMP: folder.path, GITHUB_OUTPUT: `${folder.path}/output`, GITHUB_STEP_SUMMARY: `${folder.path}/summary` };
  assert.equal(folder.run(`bash ${root}/ci/action-check.sh`, { env }).status, 1);
  assert.equal(folder.read("output"), `folder=${folder.path}/macro\ntemplates=1\n`);
  assert.match(folder.read("summary"), /rejects this template/);
});
