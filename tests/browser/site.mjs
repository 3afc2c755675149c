// Opens the built site in Chromium: the landing page, a reference page and a page of prose, on a phone and a desktop, light and dark.
// Usage: node site.mjs FOLDER. CHROMIUM names the browser, SCREENSHOTS a folder for pictures.
import assert from "node:assert/strict";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const folder = process.argv[2];
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".yml": "text/plain" };
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(file)) { response.writeHead(404).end(); return; }
  response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function open(path, width, colorScheme) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const problems = [];
  page.on("console", (message) => { if (message.type() === "error") problems.push(message.text()); });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => { if (!request.url().startsWith(address) && !request.url().startsWith("data:")) problems.push(`request ${request.url()}`); });
  await page.goto(address + path, { waitUntil: "networkidle" });
  return { page, problems };
}

async function fits(path, width, colorScheme) {
  const { page, problems } = await open(path, width, colorScheme);
  assert.deepEqual(problems, [], path);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(overflow <= 0, `${path} is ${overflow} pixels wider than a window of ${width}`);
  assert.equal(await page.evaluate(() => document.documentElement.classList.contains("dark")), colorScheme === "dark");
  if (process.env.SCREENSHOTS) {
    const name = `${path.replaceAll(/[/.]/g, "_")}-${width}-${colorScheme}`;
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) });
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}-all.png`), fullPage: true });
  }
  await page.close();
}

async function findsByWord() {
  const { page, problems } = await open("/", 1280, "light");
  await page.click("button.DocSearch, #local-search button, .VPNavBarSearch button");
  await page.fill(".VPLocalSearchBox input", "forwarderArn");
  await page.waitForSelector(".VPLocalSearchBox .result");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.pathname !== "/");
  assert.deepEqual(problems, []);
  await page.close();
}

async function switchesToDark() {
  const { page } = await open("/", 1280, "light");
  await page.click(".VPNavBarAppearance button");
  assert.ok(await page.evaluate(() => document.documentElement.classList.contains("dark")));
  await page.close();
}

async function showsTheReport() {
  const { page } = await open("/", 1280, "light");
  const frame = page.frames().find((other) => other.url().endsWith("/report.html"));
  assert.match(await frame.locator("body").innerText(), /Changes 2 functions/);
  assert.match(await page.locator(".landing").innerText(), /macro diff examples\/datadog-docs\/template\.yaml/);
  await page.close();
}

try {
  for (const path of ["/", "/parameters.html", "/organizations.html"])
    for (const width of [375, 1280])
      for (const colorScheme of ["light", "dark"]) await fits(path, width, colorScheme);
  await findsByWord();
  await switchesToDark();
  await showsTheReport();
  console.log("The site fits, finds and switches.");
} finally {
  await browser.close();
  server.close();
}
