// Checks a built site: every link to a page, file or heading of the site has a target, and every page can be reached from the first.
// Usage: node links.mjs FOLDER BASE, where BASE is the path that the site is served under.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

const [folder, base] = process.argv.slice(2);
const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html") && name !== "404.html" && name !== "report.html");
const html = new Map(pages.map((page) => [page, readFileSync(join(folder, page), "utf8")]));
const decode = (text) => decodeURIComponent(text.replaceAll("&amp;", "&"));

// The file of the site that an address leads to; null for addresses elsewhere.
function target(page, address) {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return null;
  const path = decode(address.split(/[?#]/)[0]);
  const absolute = path === "" ? page : path.startsWith(base) ? path.slice(base.length) : posix.join(posix.dirname(page), path);
  const file = absolute === "" || absolute.endsWith("/") ? `${absolute}index.html` : absolute;
  return existsSync(join(folder, file)) && statSync(join(folder, file)).isFile() ? file : existsSync(join(folder, `${file}.html`)) ? `${file}.html` : undefined;
}

const problems = [], links = new Map();
for (const [page, text] of html) {
  const found = new Set();
  for (const [, address] of text.matchAll(/<(?:a|link|img|script|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
    const file = target(page, address);
    if (file === null) continue;
    if (file === undefined) { problems.push(`${page}: ${address} does not exist`); continue; }
    found.add(file);
    const anchor = decode(address.split("#")[1] ?? "");
    if (anchor !== "" && html.has(file) && !html.get(file).includes(`id="${anchor}"`)) problems.push(`${page}: ${address}: ${file} has no heading ${anchor}`);
  }
  links.set(page, found);
  if (!/<h1\b/.test(text)) problems.push(`${page} has no title: it was not rendered`);
}

const reached = new Set(["index.html"]);
for (const page of reached) for (const next of links.get(page) ?? []) if (html.has(next)) reached.add(next);
for (const page of pages) if (!reached.has(page)) problems.push(`${page} is not linked`);

problems.forEach((problem) => console.log(problem));
console.log(`${pages.length} pages, ${problems.length} problems`);
process.exitCode = problems.length > 0 || pages.length < 10 ? 1 : 0;
