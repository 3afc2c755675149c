// Makes pages with `macro report` and opens them in Chromium: of a hostile template, of 30 functions, and the index of both and all samples.
// Usage: node review-page.mjs COMMAND…, where COMMAND… runs the command line. CHROMIUM names the browser, SCREENSHOTS a folder for
// pictures, TEMPLATE another template, of which only the layout is checked.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = createRequire(import.meta.url)("axe-core").source;
const [program, ...leading] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "macro-report-"));
const hostileTemplate = join(import.meta.dirname, "hostile.template.json");
const largeTemplate = join(import.meta.dirname, "../Macro.Cli.Tests/Rendering/thirty-functions.yaml");
const run = (...options) => {
  try {
    execFileSync(program, [...leading, "report", ...options], { stdio: ["ignore", "inherit", "ignore"] });
  } catch (error) {
    if (error.status !== 1) throw error; // 1: a template is rejected, which the index shows.
  }
};
const pageOf = (template) => {
  const file = join(folder, `${template.split("/").at(-1)}.html`);
  run(template, "--output", file, "--date", "<b>2026-11-20</b>", "--stack-name", "shop-prod");
  return file;
};
const hostile = pageOf(process.env.TEMPLATE ?? hostileTemplate);
const large = pageOf(largeTemplate);
const hostileName = "<img src=x onerror=alert('file')>.template.json";
cpSync(hostileTemplate, join(folder, "stacks", hostileName));
run(join(folder, "stacks"), largeTemplate, join(import.meta.dirname, "package.json"), join(import.meta.dirname, "../Samples"), "--output", join(folder, "index"));
const index = join(folder, "index", "index.html");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function open(file, { width = 1400, colorScheme = "light", hash = "" } = {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const events = [];
  page.on("request", (request) => events.push(`request ${request.url()}`));
  page.on("dialog", async (dialog) => { events.push(`dialog ${dialog.message()}`); await dialog.dismiss(); });
  page.on("console", (message) => events.push(`console ${message.text()}`));
  page.on("pageerror", (error) => events.push(`error ${error.message}`));
  await page.goto(pathToFileURL(file).href + hash);
  return { page, events };
}

const visible = (page) => page.$$eval(".resource:not([hidden])", (rows) => rows.map((row) => row.querySelector("b").textContent));
const hashOf = (page) => page.evaluate(() => location.hash);
const focused = (page) => page.evaluate(() => document.activeElement.closest(".resource")?.querySelector("b").textContent);
const rowOf = (page, name) => page.locator(".resource", { has: page.locator(".name b", { hasText: new RegExp(`^${name}$`) }) });

async function runsNothingOfTheTemplate() {
  const { page, events } = await open(hostile);
  await page.click("#expand");
  for (const row of await page.$$(".resource > summary")) await row.hover();
  await page.waitForTimeout(200);
  assert.deepEqual(events, [`request ${pathToFileURL(hostile).href}`], "the page loads and says nothing but itself");
  assert.equal(await page.$$eval("script", (all) => all.length), 1, "there is one script, ours");
  assert.equal(await page.$$eval("img, svg, link, iframe, [onclick], [onload], [onerror], [onmouseover]", (all) => all.length), 0);
  assert.ok(await page.$$eval("a", (all) => all.every((link) => /^#[rg]\d+$/.test(link.getAttribute("href")))), "links stay in the page");
  const text = await page.textContent("body");
  for (const shown of ["</script><script>alert('logical id')</script>", "<svg onload=alert('value')>", "<img src=x onerror=alert('state')>",
    "<b>2026-11-20</b>"])
    assert.ok(text.includes(shown), `the page shows ${shown} as text`);
  assert.ok(!(await page.content()).includes("HIDDEN"), "no masked value is in the page");
  await page.evaluate(() => { const added = document.createElement("script"); added.textContent = "document.title = 'ran'"; document.body.append(added); });
  assert.notEqual(await page.title(), "ran", "the policy stops every other script");
}

async function takesAnyAddress() {
  for (const hash of ["#<img src=x onerror=alert(1)>", "#q=%3Cscript%3Ealert(1)%3C/script%3E&show=%22%3E", "#r999", "#%E0%A4%A", "#r1&show=constructor"]) {
    const { page, events } = await open(hostile, { hash });
    await page.waitForTimeout(50);
    assert.ok(events.every((event) => event.startsWith("request file:")), `${hash}: ${events}`);
    assert.equal(await page.inputValue("#show"), "", hash);
  }
}

async function filtersStayInTheAddress() {
  const { page } = await open(hostile);
  const all = await visible(page);
  await page.keyboard.press("/");
  await page.keyboard.type("PLAIN python3.13");
  assert.deepEqual(await visible(page), ["Plain"]);
  assert.equal(await page.textContent("#found"), `1 of ${all.length}`);
  assert.equal(await hashOf(page), "#q=PLAIN+python3.13");
  await page.reload();
  assert.deepEqual(await visible(page), ["Plain"], "a shared address shows the same rows");
  await page.fill("#search", "no such thing");
  assert.deepEqual(await visible(page), []);
  assert.equal(await page.textContent("#found"), "Nothing matches.");
  await page.keyboard.press("Escape");
  assert.deepEqual(await visible(page), all);
  assert.equal(await hashOf(page), "");
  await page.selectOption("#show", "warnings");
  assert.equal(await hashOf(page), "#show=warnings");
  assert.ok((await visible(page)).length < all.length && !(await visible(page)).includes("Plain"), "functions without warnings are hidden");
  await page.selectOption("#show", "skipped");
  assert.deepEqual(await visible(page), ["' onclick='alert(1)' x='"]);
}

async function linksOpenTheirRows() {
  const { page } = await open(large, { hash: "#show=changed" });
  await page.click(".findings li > p > a");
  assert.equal(await focused(page), "AcceptOrder");
  assert.ok(await rowOf(page, "AcceptOrder").evaluate((row) => row.open));
  assert.equal(await hashOf(page), "#r1&show=changed", "filters stay");
  await page.click("#r1 .shared a");
  assert.equal(await page.evaluate(() => document.activeElement.id), "g1");
  await page.goBack();
  assert.equal(await focused(page), "AcceptOrder");
  const shared = await open(large, { hash: "#r30&show=changed" });
  await shared.page.waitForTimeout(100);
  assert.equal(await focused(shared.page), "LegacyImport", "a row that the filter hides is shown all the same");
}

async function hasKeys() {
  const { page } = await open(large, { hash: "#q=nodejs22" });
  const [first, second] = await visible(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await focused(page), second);
  await page.keyboard.press("k");
  assert.equal(await focused(page), first);
  await page.keyboard.press("Enter");
  assert.ok(await rowOf(page, first).evaluate((row) => row.open));
  await page.keyboard.press("e");
  assert.ok(await page.$$eval(".resource", (rows) => rows.every((row) => row.open)));
  await page.keyboard.press("e");
  assert.ok(await page.$$eval(".resource", (rows) => rows.every((row) => !row.open)));
  await page.keyboard.press("/");
  await page.keyboard.type("jek");
  assert.equal(await page.inputValue("#search"), "nodejs22jek", "letters in the search box are text");
}

async function showsWarningsAboveTheFold() {
  for (const width of [390, 820, 1400]) {
    const { page } = await open(large, { width });
    const { y } = await page.locator(".findings h2").boundingBox();
    assert.ok(y < 700, `at ${width} pixels the warnings begin at ${y}`);
  }
}

async function indexFindsStacks() {
  const { page, events } = await open(index);
  const all = await visible(page);
  assert.ok(all.length > 20, `${all.length} templates`);
  assert.ok(all.some((name) => name.endsWith(hostileName)), "the name of a file is text");
  assert.deepEqual(events, [`request ${pathToFileURL(index).href}`]);
  await page.keyboard.press("/");
  await page.keyboard.type("thirty");
  assert.equal((await visible(page)).length, 1);
  assert.equal(await page.textContent("#found"), `1 of ${all.length}`);
  assert.equal(await hashOf(page), "#q=thirty");
  await page.reload();
  assert.equal((await visible(page)).length, 1, "a shared address shows the same templates");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  assert.match(await focused(page), /thirty-functions\.yaml$/);
  await page.click(".resource[open] a");
  assert.match(await page.textContent("h1"), /thirty-functions/);
  await page.goBack();
  await page.selectOption("#show", "rejected");
  assert.deepEqual(await visible(page), [], "search and choice apply together");
  await page.fill("#search", "");
  const rejected = await visible(page);
  assert.ok(rejected.length > 0 && rejected.length < all.length && rejected.some((name) => name.endsWith("package.json")));
  assert.equal(await hashOf(page), "#show=rejected");
  await page.selectOption("#show", "changed");
  assert.ok((await visible(page)).every((name) => !rejected.includes(name)));
  const links = await page.$$eval(".resource a", (found) => found.map((link) => link.getAttribute("href")));
  assert.ok(links.length > 20 && links.every((link) => /^\d+-[\w.-]+\.html$/.test(link)), "each page is in the folder");
}

async function isAccessible(file, options, name) {
  const { page } = await open(file, options);
  for (const state of ["closed", "open"]) {
    await page.evaluate(axe); // the protocol of the browser is not bound by the policy of the page
    const { violations } = await page.evaluate(() => axe.run());
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" ")}`);
    assert.deepEqual(found, [], `${name}, ${options.width} pixels, ${options.colorScheme}, ${state}`);
    await page.evaluate(() => { for (const part of document.querySelectorAll("details")) part.open = true; });
  }
}

async function fits(file, { width, colorScheme }, name) {
  const { page } = await open(file, { width, colorScheme });
  const shoot = async (state) => process.env.SCREENSHOTS
    && page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}-${width}-${colorScheme}-${state}.png`), fullPage: true });
  const isInside = (state) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    .then((inside) => assert.ok(inside, `nothing of ${name} sticks out at ${width} pixels, ${state}`));
  await shoot("closed");
  await isInside("closed");
  await page.click("#expand");
  await isInside("open");
  await shoot("open");
  if (name === "index") {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".tools").isVisible(), false, "controls are not printed");
    return;
  }
  const columns = await page.$eval(".diff .changed", (row) => new Set([...row.children].map((side) => Math.round(side.getBoundingClientRect().left))).size);
  assert.equal(columns, width < 860 ? 1 : 2, "before and after are side by side where there is room");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".tools").isVisible(), false, "controls are not printed");
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)", "paper is white");
  await shoot("print");
}

try {
  if (!process.env.TEMPLATE) {
    await runsNothingOfTheTemplate();
    await takesAnyAddress();
    await filtersStayInTheAddress();
    await linksOpenTheirRows();
    await hasKeys();
    await showsWarningsAboveTheFold();
    await indexFindsStacks();
  }
  const pages = process.env.TEMPLATE ? { page: hostile } : { hostile, large, index };
  for (const [name, file] of Object.entries(pages))
    for (const width of [390, 820, 1400])
      for (const colorScheme of ["light", "dark"]) {
        await fits(file, { width, colorScheme }, name);
        await isAccessible(file, { width, colorScheme }, name);
      }
  console.log("The review page is safe, searchable, accessible and fits.");
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
