import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { defineConfig } from "vitepress";

const docs = resolve(import.meta.dirname, "..");
const root = resolve(docs, "..");
const repository = process.env.SITE_REPOSITORY;

// Files of the repository that are pages of the site, too.
const included = { "SECURITY.md": "/security", "CHANGELOG.md": "/changelog" };

// Makes links that are right in the repository right on the site. A file outside of docs leads to the repository; without its address, the
// link is only text. A link to a file that does not exist stays, and VitePress reports it.
function repositoryLinks(markdown) {
  markdown.core.ruler.push("repository-links", (state) => {
    const folder = dirname(resolve(docs, state.env.relativePath));
    for (const { children } of state.tokens) for (const [index, token] of (children ?? []).entries()) {
      const href = token.type === "link_open" ? token.attrGet("href") : null;
      if (href === null || /^([a-z]+:|#|\/)/.test(href)) continue;
      const [path, anchor] = href.split("#");
      const suffix = anchor ? `#${anchor}` : "";
      const fromRoot = resolve(root, path);   // SECURITY.md and CHANGELOG.md are in the root
      const file = existsSync(resolve(folder, path)) ? resolve(folder, path) : fromRoot;
      const name = relative(root, file);
      if (included[name]) token.attrSet("href", included[name] + suffix);
      else if (file.startsWith(docs + "/") && name.endsWith(".md")) token.attrSet("href", "/" + relative(docs, file).replace(/(index)?\.md$/, "") + suffix);
      else if (file.startsWith(docs + "/") && existsSync(file)) {
        token.attrSet("href", (process.env.SITE_BASE ?? "/") + relative(docs, file) + suffix);
        token.attrSet("target", "_blank");
      } else if (existsSync(file) && repository) token.attrSet("href", `${repository}/blob/main/${name}${suffix}`);
      else if (existsSync(file)) {
        const close = children.findIndex((other, at) => at > index && other.type === "link_close");
        for (const part of [token, children[close]]) { part.type = "html_inline"; part.content = ""; part.tag = ""; part.nesting = 0; }
      }
    }
  });
}

// VitePress would take {{ }} in inline code for an expression.
function plainInlineCode(markdown) {
  markdown.renderer.rules.code_inline = (tokens, index) => `<code v-pre>${markdown.utils.escapeHtml(tokens[index].content)}</code>`;
}

const page = (text, link) => ({ text, link: `/${link}` });

export default defineConfig({
  title: "Macro",
  description: "Datadog's instrumentation for CloudFormation, as a macro and on your own machine",
  lang: "en",
  base: process.env.SITE_BASE ?? "/",
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${process.env.SITE_BASE ?? "/"}icon.svg` }]],
  outDir: resolve(root, "artifacts/site"),
  cacheDir: resolve(root, "artifacts/site-cache"),
  cleanUrls: false,
  lastUpdated: false,
  markdown: {
    // The anchors of GitHub, so that a link works there, too.
    anchor: { slugify: (title) => title.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-") },
    config: (markdown) => {
      repositoryLinks(markdown);
      plainInlineCode(markdown);
    },
  },
  // The wide tables of these pages get the place of the outline.
  transformPageData: (data) => {
    if (["parameters.md", "diagnostics.md", "differences.md"].includes(data.relativePath)) data.frontmatter.aside = false;
  },
  themeConfig: {
    search: { provider: "local" },
    socialLinks: repository ? [{ icon: "github", link: repository }] : [],
    outline: [2, 3],
    nav: [page("Start", "start/"), page("How-to", "install"), page("Reference", "parameters"), page("How it works", "architecture")],
    sidebar: [
      {
        text: "Start",
        items: [
          page("In ten minutes", "start/"),
          page("SAM", "start/sam"),
          page("CDK", "start/cdk"),
          page("Serverless Framework", "start/serverless-framework"),
          page("Chalice", "start/chalice"),
          page("Zappa", "start/zappa"),
          page("CloudFormation", "start/cloudformation"),
        ],
      },
      {
        text: "How-to",
        items: [
          page("Install, upgrade, remove", "install"),
          page("Pull requests", "pull-requests"),
          page("Many accounts", "organizations"),
          page("CDK in depth", "cdk"),
          page("Serverless Framework in depth", "serverless-framework"),
          page("Which logs go to Datadog", "logs"),
          page("Monitors and links", "monitors"),
          page("Logs, alarms, cost", "operations"),
          page("Deployed, but no traces", "no-traces"),
        ],
      },
      {
        text: "Reference",
        items: [page("Parameters", "parameters"), page("Diagnostics", "diagnostics"), page("Command line", "cli"), page("Configuration file", "config")],
      },
      {
        text: "Explanation",
        items: [
          page("What it does", "what-it-does"),
          page("One template through the code", "architecture"),
          page("Differences from Datadog's macro", "differences"),
          page("Step Functions", "step-functions"),
          page("Performance", "performance"),
          page("Security", "security"),
          page("Testing", "testing"),
          page("Releases", "releases"),
          page("Changes", "changelog"),
        ],
      },
    ],
    footer: { message: "Apache-2.0. Not affiliated with Datadog." },
  },
});
