// Runs scripts of this repository on copies of its files, with programs that only note how they are called.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "../..");

export class Folder {
  constructor() {
    this.path = mkdtempSync(join(tmpdir(), "macro-repository-"));
  }

  // Files and folders of the repository, under the same names.
  copy(...names) {
    for (const name of names) cpSync(join(root, name), join(this.path, name), { recursive: true });
    return this;
  }

  write(name, text) {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
    return this;
  }

  read(name) {
    return existsSync(join(this.path, name)) ? readFileSync(join(this.path, name), "utf8") : "";
  }

  // A program on the PATH that appends its arguments to calls.txt, and then runs the commands.
  program(name, commands = "") {
    this.write(`bin/${name}`, `#!/usr/bin/env bash\necho "${name} $*" >>"${this.path}/calls.txt"\n${commands}\n`);
    chmodSync(join(this.path, "bin", name), 0o755);
    return this;
  }

  get calls() {
    return this.read("calls.txt").split("\n").filter((line) => line !== "");
  }

  run(command, { env = {}, input } = {}) {
    const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
      cwd: this.path, encoding: "utf8", input,
      env: { ...process.env, PATH: `${this.path}/bin:${process.env.PATH}`, ...env },
    });
    return { status, output: stdout, error: stderr };
  }

  delete() {
    rmSync(this.path, { recursive: true });
  }
}
