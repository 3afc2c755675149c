import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { problems } from "./dockerfile-rules.mjs";
import { root } from "./repository.mjs";

const read = (name) => readFileSync(join(root, name), "utf8");

test("the Dockerfile follows the rules", () => assert.deepEqual(problems(read("Dockerfile")), []));

for (const [rule, text] of [
  ["DL3000", "FROM a:1\nWORKDIR work\nUSER 1\nENTRYPOINT [\"a\"]"],
  ["DL3002", "FROM a:1\nUSER 1\nUSER root\nENTRYPOINT [\"a\"]"],
  ["DL3002", "FROM a:1 AS b\nUSER 1\nFROM b\nENTRYPOINT [\"a\"]\nFROM c:1\nENTRYPOINT [\"a\"]"],
  ["DL3003", "FROM a:1\nRUN cd /x && make\nUSER 1"],
  ["DL3004", "FROM a:1\nRUN sudo make\nUSER 1"],
  ["DL3006", "FROM a\nUSER 1"],
  ["DL3007", "FROM --platform=linux/amd64 a:latest\nUSER 1"],
  ["DL3020", "FROM a:1\nADD file /x\nUSER 1"],
  ["DL3025", "FROM a:1\nUSER 1\nCMD run it"],
  ["DL4000", "FROM a:1\nMAINTAINER me\nUSER 1"],
])
  test(`${rule} is found`, () => assert.deepEqual(problems(text), [rule]));

test("every folder that the image is built from is in its context", () => {
  const context = read(".dockerignore").split("\n").filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  for (const name of ["src", "build", "Directory.*", "BannedSymbols.txt", "global.json", "macro-template.yml", "LICENSE", "THIRD-PARTY-NOTICES.md"]) assert.ok(context.includes(name), name);
});
