// Rules for workflows and composite actions beyond actionlint's. Each returns the problems that it finds.
import { existsSync } from "node:fs";
import { parse } from "yaml";

const pinned = /uses:\s*[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
const script = /^(bash (build|ci)\/[\w-]+\.sh|\.ci\/run|bash "\$GITHUB_ACTION_PATH\/ci\/[\w-]+\.sh")( ("[^"`]*"|[\w./-]+))*$/;

// Every action of others is named by the hash of a commit, with its release in a comment.
export const unpinned = (text) => text.split("\n").filter((line) => /^\s*(- )?uses:/.test(line) && !/uses: \.\//.test(line) && !pinned.test(line.trimEnd()))
  .map((line) => `not pinned: ${line.trim()}`);

const stepsOf = (document) => Object.values(document.jobs ?? { action: document.runs }).flatMap((job) => job.steps ?? []);

// Every command is one call of a script of this repository, and takes values of the event only from the environment.
export const inlineCommands = (text, root) => stepsOf(parse(text)).filter((step) => step.run !== undefined).flatMap((step) => {
  const command = step.run.trim();
  if (!script.test(command)) return [`not a call of a script: ${command}`];
  const file = /(\.ci\/run|(build|ci)\/[\w-]+\.sh)/.exec(command)[0];
  return existsSync(`${root}/${file}`) ? [] : [`no such script: ${file}`];
});

// A workflow can read, and no more; a job that writes says so itself. Every job ends, and no checkout keeps the token.
export const broadRights = (text) => {
  const workflow = parse(text);
  const problems = [];
  if (JSON.stringify(workflow.permissions) !== '{"contents":"read"}') problems.push("the workflow's permissions are not contents: read");
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (!(job["timeout-minutes"] > 0)) problems.push(`${name} has no timeout-minutes`);
    for (const step of job.steps)
      if (step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false) problems.push(`${name} keeps the token after checkout`);
  }
  return problems;
};
