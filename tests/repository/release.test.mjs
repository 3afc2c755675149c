import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { Folder, root } from "./repository.mjs";

const changelog = "# Changelog\n\n## Unreleased\n\n- Later.\n\n## 1.2.3 – 2026-11-21\n\n### Added\n\n- A thing.\n\n## 1.2.2 – 2026-01-01\n\n- Old.\n";
const template = (version) => `S3Key: datadog-macro/${version}/macro-lambda-x.zip\nOutputs:\n  Version:\n    Value: ${version}\n`;
let folder;
beforeEach(() => {
  folder = new Folder().copy("build")
    .write("CHANGELOG.md", changelog)
    .write("Directory.Build.props", "<Version>1.2.3</Version>\n")
    .write("macro-template.yml", template("1.2.3"));
});
afterEach(() => folder.delete());

test("the notes are the section of the version", () => {
  const { status, output } = folder.run("build/release-notes.sh 1.2.3");
  assert.deepEqual([status, output], [0, "### Added\n\n- A thing.\n"]);
});

test("the notes of this repository's version are not empty", () => {
  const version = /<Version>(.*)<\/Version>/.exec(readFileSync(join(root, "Directory.Build.props"), "utf8"))[1];
  assert.equal(folder.copy("CHANGELOG.md").run(`build/release-notes.sh ${version}`).status, 0);
});

test("a version without notes is an error", () => {
  const { status, error } = folder.run("build/release-notes.sh 1.2");
  assert.deepEqual([status, error], [1, "release-notes.sh: CHANGELOG.md has nothing under '## 1.2'.\n"]);
});

test("a consistent tag can be released", () => assert.equal(folder.run("build/check-release.sh v1.2.3").status, 0));

for (const [what, tag, change, message] of [
  ["a tag of another form", "1.2.3", () => {}, "the tag is vX.Y.Z, not '1.2.3'."],
  ["a tag of another version", "v1.2.2", () => {}, "Directory.Build.props has version 1.2.3, the tag 1.2.2."],
  ["another version in the template", "v1.2.3", () => folder.write("macro-template.yml", template("1.2.30")), "the output Version of macro-template.yml is not 1.2.3."],
  ["a key of another version", "v1.2.3", () => folder.write("macro-template.yml", template("1.2.3").replace("macro/1.2.3", "macro/1.2.2")), "the key of the code in macro-template.yml is not of version 1.2.3."],
  ["a version without a date", "v1.2.3", () => folder.write("CHANGELOG.md", "## 1.2.3 – unreleased\n\n- A thing.\n"), "CHANGELOG.md has no heading '## 1.2.3 – YYYY-MM-DD'."],
])
  test(`${what} cannot be released`, () => {
    change();
    const { status, error } = folder.run(`build/check-release.sh ${tag}`);
    assert.deepEqual([status, error], [1, `check-release.sh: ${message}\n`]);
  });

const artifacts = () => folder.write("release/macro-1.2.3-linux-x64.tar.gz", "program").write("release/macro-lambda-1.2.3-x86_64.zip", "x")
  .write("release/macro-lambda-1.2.3-arm64.zip", "a").run("bash build/checksums.sh release");

test("checksums are of all files, and the same in a second run", () => {
  const first = artifacts().output;
  assert.equal(first.split("\n").length, 4);
  assert.equal(folder.run("bash build/checksums.sh release").output, first);
});

test("checksums of an empty folder are an error", () => assert.equal(folder.run("mkdir empty && bash build/checksums.sh empty").status, 1));

test("a release is made with the notes", () => {
  artifacts();
  folder.program("gh", 'if [[ $2 == view ]]; then exit 1; fi; for argument; do [[ $argument != /tmp/* ]] || cp "$argument" notes.txt; done');
  assert.equal(folder.run("bash build/publish-release.sh v1.2.3 release").status, 0);
  assert.match(folder.calls[1], /^gh release create v1\.2\.3 release\/SHA256SUMS release\/macro-1\.2\.3-linux-x64\.tar\.gz .* --verify-tag --title Macro 1\.2\.3 --notes-file /);
  assert.equal(folder.read("notes.txt"), "### Added\n\n- A thing.\n");
});

test("a release that exists gets the files again", () => {
  artifacts();
  assert.equal(folder.program("gh").run("bash build/publish-release.sh v1.2.3 release").status, 0);
  assert.deepEqual(folder.calls.map((call) => call.split(" ")[2]), ["view", "edit", "upload"]);
});

test("a file that does not match its checksum is not published", () => {
  artifacts();
  folder.write("release/macro-lambda-1.2.3-arm64.zip", "changed").program("gh");
  assert.equal(folder.run("bash build/publish-release.sh v1.2.3 release").status, 1);
  assert.deepEqual(folder.calls, []);
});

const publishCode = () => folder.run("bash build/publish-code.sh acme release", { env: { REGIONS: "eu-west-1 us-east-1" } });

test("the code is copied to the bucket of each region", () => {
  artifacts();
  folder.program("aws");
  const { status, output } = publishCode();
  assert.equal(status, 0);
  assert.deepEqual(output.trim().split("\n"), [
    "s3://acme-eu-west-1/datadog-macro/1.2.3/macro-lambda-x86_64.zip", "s3://acme-eu-west-1/datadog-macro/1.2.3/macro-lambda-arm64.zip",
    "s3://acme-us-east-1/datadog-macro/1.2.3/macro-lambda-x86_64.zip", "s3://acme-us-east-1/datadog-macro/1.2.3/macro-lambda-arm64.zip",
  ]);
  assert.equal(folder.calls.every((call) => call.endsWith("--if-none-match *")), true);
});

test("code that exists is left as it is, and a region that fails does not stop the others", () => {
  artifacts();
  folder.program("aws", '[[ $* == *us-east-1* ]] && { echo "PreconditionFailed" >&2; exit 254; }; echo "AccessDenied" >&2; exit 254');
  const { status, output, error } = publishCode();
  assert.equal(status, 1);
  assert.equal(output.match(/exists; unchanged/g).length, 2);
  assert.equal(error.match(/AccessDenied/g).length, 2);
});

test("an archive has the program, its papers, man pages and completions", () => {
  folder.copy("ci", "docs/man", "LICENSE", "THIRD-PARTY-NOTICES.md").program("uname", "case $1 in -s) echo Linux ;; -m) echo x86_64 ;; esac")
    .write("build/package.sh", `mkdir -p artifacts/package && cd artifacts/package
echo '[[ $1 == --version ]] && echo 1.2.3 || echo "script of $*"' >macro && chmod +x macro
touch sbom.cdx.json LICENSE THIRD-PARTY-NOTICES.md THIRD-PARTY-NOTICES-of-dotnet.txt macro-lambda.zip`);
  const { status, error } = folder.run("bash build/release-programs.sh && tar -C artifacts/release -xzf artifacts/release/macro-1.2.3-linux-x64.tar.gz");
  assert.equal(status, 0, error);

  const files = folder.run("cd artifacts/release/macro-1.2.3-linux-x64 && find . -type f -printf '%P\\n'").output.split("\n");
  for (const name of ["macro", "ci/check.sh", "LICENSE", "sbom.cdx.json", "share/man/man1/macro.1", "share/man/man1/macro-diff.1"])
    assert.ok(files.includes(name), name);
  assert.equal(files.filter((name) => name.endsWith(".1")).length, readdirSync(join(root, "docs/man")).length);
  for (const [shell, name] of [["bash", "bash-completion/completions/macro"], ["zsh", "zsh/site-functions/_macro"], ["fish", "fish/vendor_completions.d/macro.fish"]])
    assert.equal(folder.read(`artifacts/release/macro-1.2.3-linux-x64/share/${name}`), `script of completion ${shell}\n`);
});

const lock = (rid, hash, version = "10.0.12") => JSON.stringify({
  dependencies: { [`net10.0/${rid}`]: {
    "A": { resolved: "1.0.0", contentHash: hash },
    [`runtime.${rid}.Microsoft.DotNet.ILCompiler`]: { resolved: version, contentHash: rid },
  } },
}, null, 2);

for (const [what, other, status] of [
  ["with another compiler only is accepted", lock("osx-arm64", "h"), 0],
  ["with another hash of a package is rejected", lock("osx-arm64", "i"), 1],
  ["with another version of the compiler is rejected", lock("osx-arm64", "h", "10.0.13"), 1],
])
  test(`a lock file ${what}`, () => {
    folder.write("known.json", lock("linux-x64", "h")).write("other.json", other);
    assert.equal(folder.run("bash build/compare-locks.sh known.json other.json osx-arm64").status, status);
  });

test("the lock files of this repository have packages that are compared", () => {
  const command = "bash build/compare-locks.sh build/locks/Macro.Cli.native.net10.0.json /dev/null linux-x64";
  assert.ok(folder.run(command).error.split("\n").length > 10);
});
