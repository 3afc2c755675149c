// Makes pictures of the page of `macro report`. Usage: node screenshots.mjs FOLDER COMMAND…, where COMMAND… runs the command line from
// the root of the repository. CHROMIUM names the browser.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [target, program, ...leading] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "macro-pictures-"));
const pictures = [
  { name: "report", template: "examples/step-functions/template.yaml", options: ["--stack-name", "claims-staging", "--date", "2026-11-20"], width: 1100, height: 760 },
  { name: "report-row", template: "examples/datadog-docs/template.yaml", options: [], width: 1100, height: 620, colorScheme: "dark", row: "#r1" },
];

mkdirSync(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
try {
  for (const { name, template, options, width, height, colorScheme = "light", row = "" } of pictures) {
    const file = join(folder, `${name}.html`);
    execFileSync(program, [...leading, "report", template, "--output", file, ...options], { stdio: ["ignore", "inherit", "ignore"] });
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(pathToFileURL(file).href + row);
    await page.waitForTimeout(100);
    await page.evaluate(() => document.activeElement.blur());
    await page.screenshot({ path: join(target, `${name}.png`) });
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
