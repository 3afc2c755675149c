// Makes a page with `macro report` from a hostile template and opens it in Chromium.
// Usage: node review-page.mjs COMMAND…, where COMMAND… runs the command line. CHROMIUM names the browser, SCREENSHOTS a folder for
// pictures, TEMPLATE another template, of which only the layout is checked.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [program, ...leading] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "macro-report-"));
const file = join(folder, "report.html");
const template = process.env.TEMPLATE ?? join(import.meta.dirname, "hostile.template.json");
execFileSync(program, [...leading, "report", template, "--output", file], { stdio: ["ignore", "inherit", "ignore"] });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function open(width, colorScheme) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const events = [];
  page.on("request", (request) => events.push(`request ${request.url()}`));
  page.on("dialog", async (dialog) => { events.push(`dialog ${dialog.message()}`); await dialog.dismiss(); });
  page.on("console", (message) => events.push(`console ${message.text()}`));
  page.on("pageerror", (error) => events.push(`error ${error.message}`));
  await page.goto(pathToFileURL(file).href);
  return { page, events };
}

async function runsNothingOfTheTemplate() {
  const { page, events } = await open(1400, "light");
  await page.click("#expand");
  for (const row of await page.$$(".resource > summary")) await row.hover();
  await page.waitForTimeout(200);
  assert.deepEqual(events, [`request ${pathToFileURL(file).href}`], "the page loads and says nothing but itself");
  assert.equal(await page.$$eval("script", (all) => all.length), 1, "there is one script, ours");
  assert.equal(await page.$$eval("img, svg, link, iframe, [onclick], [onload], [onerror], [onmouseover]", (all) => all.length), 0);
  const text = await page.textContent("body");
  for (const shown of ["</script><script>alert('logical id')</script>", "<svg onload=alert('value')>", "<img src=x onerror=alert('state')>"])
    assert.ok(text.includes(shown), `the page shows ${shown} as text`);
  assert.ok(!(await page.content()).includes("HIDDEN"), "no masked value is in the page");
  await page.evaluate(() => { const added = document.createElement("script"); added.textContent = "document.title = 'ran'"; document.body.append(added); });
  assert.notEqual(await page.title(), "ran", "the policy stops every other script");
}

async function searches() {
  const { page } = await open(1400, "light");
  const visible = () => page.$$eval(".resource:not([hidden])", (rows) => rows.map((row) => row.querySelector("b").textContent));
  const all = await visible();
  await page.keyboard.press("/");
  await page.keyboard.type("PLAIN python3.13");
  assert.deepEqual(await visible(), ["Plain"]);
  assert.equal(await page.textContent("#found"), `1 of ${all.length}`);
  await page.fill("#search", "no such thing");
  assert.deepEqual(await visible(), []);
  assert.equal(await page.textContent("#found"), "Nothing matches.");
  await page.fill("#search", "");
  assert.deepEqual(await visible(), all);
  await page.check("#warnings");
  assert.ok((await visible()).length < all.length && !(await visible()).includes("Plain"), "functions without warnings are hidden");
}

async function fits(width, colorScheme) {
  const { page } = await open(width, colorScheme);
  const shoot = async (name) => process.env.SCREENSHOTS && page.screenshot({ path: join(process.env.SCREENSHOTS, `${width}-${colorScheme}-${name}.png`), fullPage: true });
  await shoot("closed");
  await page.click("#expand");
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing sticks out at ${width} pixels`);
  const columns = await page.$eval(".diff .changed", (row) => new Set([...row.children].map((side) => Math.round(side.getBoundingClientRect().left))).size);
  assert.equal(columns, width < 860 ? 1 : 2, "before and after stand side by side where there is room");
  await shoot("open");
}

try {
  if (!process.env.TEMPLATE) {
    await runsNothingOfTheTemplate();
    await searches();
  }
  for (const width of [400, 1400]) for (const scheme of ["light", "dark"]) await fits(width, scheme);
  console.log("The review page is safe, searchable and fits.");
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
