// Those rules of hadolint that a Dockerfile without packages can break; hadolint itself is a native program that no package feed has.
// Source: https://github.com/hadolint/hadolint/wiki

const instructions = (text) => text.replace(/\\\n/g, " ").split("\n").map((line) => /^\s*([A-Za-z]+)\s+(.*)$/.exec(line)).filter((match) => match !== null)
  .map(([, name, rest]) => ({ name: name.toUpperCase(), rest: rest.trim() }));

const image = (rest) => rest.replace(/^--platform=\S+\s+/, "").split(/\s+/);

// The user that the last stage runs as; root if it does not say.
const lastUser = (all) => {
  const last = all.findLastIndex(({ name }) => name === "FROM");
  return all.slice(last).findLast(({ name }) => name === "USER")?.rest ?? "root";
};

export function problems(text) {
  const all = instructions(text), found = new Set();
  const stages = all.filter(({ name }) => name === "FROM").map(({ rest }) => image(rest)[2]);
  for (const { name, rest } of all) {
    const [from] = image(rest);
    if (name === "WORKDIR" && !/^["']?[/$]/.test(rest)) found.add("DL3000");
    if (name === "RUN" && /(^|&&|;)\s*cd\s/.test(rest)) found.add("DL3003");
    if (name === "RUN" && /(^|&&|;)\s*sudo\s/.test(rest)) found.add("DL3004");
    if (name === "FROM" && !stages.includes(from) && !/[:@]/.test(from)) found.add("DL3006");
    if (name === "FROM" && from.endsWith(":latest")) found.add("DL3007");
    if (name === "ADD" && !/\.(tar|tar\.gz|tgz)\s|^https?:/.test(rest)) found.add("DL3020");
    if ((name === "CMD" || name === "ENTRYPOINT") && !rest.startsWith("[")) found.add("DL3025");
    if (name === "MAINTAINER") found.add("DL4000");
  }
  if (/^(root|0)(:|$)/.test(lastUser(all))) found.add("DL3002");
  return [...found].sort();
}
