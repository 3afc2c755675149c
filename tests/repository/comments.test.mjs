import assert from "node:assert/strict";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { Folder, root } from "./repository.mjs";

let folder;
beforeEach(() => { folder = new Folder().write("out/comment.md", "<!-- macro diff -->\ntext\n").write("out/templates", "a.yaml\n"); });
afterEach(() => folder.delete());

const github = (existing) => {
  folder.program("gh", `[[ $* == *--paginate* ]] && echo "${existing}"; exit 0`);
  return folder.run(`bash ${root}/ci/comment-github.sh owner/name 7 out`);
};

test("GitHub: the first comment is posted", () => {
  assert.equal(github("").status, 0);
  assert.equal(folder.calls[1], "gh api --method POST repos/owner/name/issues/7/comments --field body=@out/comment.md --silent");
});

test("GitHub: a comment of an earlier run is replaced", () => {
  assert.equal(github("41\n42").status, 0);
  assert.equal(folder.calls[1], "gh api --method PATCH repos/owner/name/issues/comments/41 --field body=@out/comment.md --silent");
});

test("GitHub: no comment is started without a template, but one is replaced", () => {
  folder.write("out/templates", "");
  github("");
  assert.equal(folder.calls.length, 1);
  github("41");
  assert.match(folder.calls.at(-1), /PATCH/);
});

test("GitHub: a token that may not write gives a warning", () => {
  folder.program("gh", 'echo "HTTP 403: Resource not accessible" >&2; exit 1');
  const { status, output } = folder.run(`bash ${root}/ci/comment-github.sh owner/name 7 out`);
  assert.equal(status, 0);
  assert.match(output, /^::warning title=macro diff::The comment could not be written: HTTP 403/);
});

const gitlab = (notes) => {
  folder.program("curl", `cat >"${folder.path}/config"; [[ $* == *--request* ]] || printf '%s' '${JSON.stringify(notes)}'`);
  const env = { CI_API_V4_URL: "https://gitlab.example/api/v4", CI_PROJECT_ID: "5", CI_MERGE_REQUEST_IID: "7", MACRO_GITLAB_TOKEN: "secret" };
  return folder.run(`bash ${root}/ci/comment-gitlab.sh out`, { env });
};

test("GitLab: the first note is posted, and the token is in no argument", () => {
  const { status, error } = gitlab([{ id: 3, body: "hello" }]);
  assert.deepEqual([status, error], [0, ""]);
  assert.match(folder.calls[1], /--request POST https:\/\/gitlab\.example\/api\/v4\/projects\/5\/merge_requests\/7\/notes --data-urlencode body@out\/comment\.md/);
  assert.doesNotMatch(folder.calls.join(), /secret/);
  assert.match(folder.read("config"), /PRIVATE-TOKEN: secret/);
});

test("GitLab: a note of an earlier run is replaced", () => {
  assert.equal(gitlab([{ id: 3, body: "hello" }, { id: 4, body: "<!-- macro diff -->\nold" }]).status, 0);
  assert.match(folder.calls[1], /--request PUT .*\/notes\/4 /);
});

// A server of releases: curl copies from a folder.
const release = (content = "echo macro") => folder.write("macro-1.2.3-linux-x64/macro", content).write("macro-1.2.3-linux-x64/ci/check.sh", "")
  .write("macro-1.2.3-linux-x64/share/man/man1/macro.1", ".TH macro 1\n").write("macro-1.2.3-linux-x64/share/zsh/site-functions/_macro", "")
  .program("uname", '[[ $1 == -s ]] && echo Linux || echo x86_64')
  .program("curl", `while (($#)); do [[ $1 == --output ]] && output=$2; address=$1; shift; done; cp "${folder.path}/releases/\${address##*/}" "$output"`)
  .run("mkdir -p releases && tar -czf releases/macro-1.2.3-linux-x64.tar.gz macro-1.2.3-linux-x64 && cd releases && sha256sum * >SHA256SUMS");
const install = (version, prefix = "") => folder.run(`bash ${root}/ci/install.sh ${version} program ${prefix}`, { env: { MACRO_RELEASES: "https://github.example/o/r/releases", GITHUB_PATH: join(folder.path, "path") } });

test("the command line of a release is installed, also twice", () => {
  release();
  assert.deepEqual([install("v1.2.3").status, install("1.2.3").status], [0, 0]);
  assert.deepEqual(folder.run("ls program").output, "ci\nmacro\nshare\n");
  assert.match(folder.calls.join("\n"), /https:\/\/github\.example\/o\/r\/releases\/download\/v1\.2\.3\/macro-1\.2\.3-linux-x64\.tar\.gz/);
  assert.equal(folder.read("path"), `${folder.path}/program\n`.repeat(2));
});

test("with a prefix, program, man pages and completions are linked, also twice", () => {
  release();
  assert.deepEqual([install("1.2.3", "home").status, install("1.2.3", "home").status], [0, 0]);
  const links = ["bin/macro", "share/man/man1/macro.1", "share/zsh/site-functions/_macro"];
  assert.deepEqual(folder.run("cd home && find . -type l -printf '%P\\n' | sort").output.trim().split("\n"), links);
  for (const link of links)
    assert.equal(folder.run(`readlink home/${link}`).output, `${folder.path}/program/${link.replace("bin/", "")}\n`);
});

test("a file that is not a link stays, and a prefix that is the folder is rejected", () => {
  release();
  folder.write("home/bin/macro", "another program");
  assert.match(install("1.2.3", "home").error, /home\/bin\/macro exists and is not a link\./);
  assert.equal(folder.read("home/bin/macro"), "another program");
  assert.match(install("1.2.3", "./program").error, /FOLDER and PREFIX are the same\./);
});

test("a changed archive is not installed", () => {
  release();
  folder.run("echo x >>releases/macro-1.2.3-linux-x64.tar.gz");
  const { status, error } = install("1.2.3");
  assert.equal(status, 1);
  assert.match(error, /does not have the checksum of its release/);
  assert.equal(folder.run("ls program/macro").status, 2);
});

test("an archive without a checksum is not installed", () => {
  release();
  folder.write("releases/SHA256SUMS", "");
  assert.equal(install("1.2.3").status, 1);
});

test("a version that is no version is not installed", () => assert.match(install("main").error, /the version is X\.Y\.Z, not 'main'/));

test("the action takes version and repository from its own place", () => {
  folder.write("_actions/acme/macro/v1/Directory.Build.props", "<Version>1.2.3</Version>").write("_actions/acme/macro/v1/ci/install.sh", 'echo "$MACRO_RELEASES $*"');
  const env = { GITHUB_ACTION_PATH: `${folder.path}/_actions/acme/macro/v1`, GITHUB_SERVER_URL: "https://github.com", RUNNER_TEMP: "/tmp/t", VERSION: "", MACRO_RELEASES: "" };
  assert.equal(folder.run(`bash ${root}/ci/action-install.sh`, { env }).output, "https://github.com/acme/macro/releases 1.2.3 /tmp/t/macro-program\n");
});
