import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/people";
import { SCREENS } from "./support/screens";

/**
 * What a page may load before it is at rest: compressed script, as sent. Sizes, no times: the same on every machine. A
 * dashboard draws charts, and may load the library that does.
 */
const BUDGET_KB = 260;
const CHARTS_BUDGET_KB = 360;
const WITH_CHARTS = ["dashboard"];

interface Script {
  name: string;
  bytes: number;
  encoding: string | undefined;
}

/** Every script that the page fetches from now on, with its size as sent (compressed). */
function scriptsOf(page: Page): () => Promise<Script[]> {
  const scripts: Promise<Script>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    const read = async () => ({
      name: new URL(request.url()).pathname,
      bytes: (await request.sizes()).responseBodySize,
      encoding: (await request.response())?.headers()["content-encoding"],
    });
    scripts.push(read());
  });
  return () => Promise.all(scripts);
}

for (const screen of SCREENS) {
  const budgetKb = WITH_CHARTS.includes(screen.name) ? CHARTS_BUDGET_KB : BUDGET_KB;
  test(`${screen.name} starts with at most ${budgetKb} kB of script`, async ({ page, browser, baseURL }) => {
    if (screen.person) await signIn(page, screen.person);
    await screen.open(page);
    // The same page for a browser that has nothing kept of it yet.
    const context = await browser.newContext({ baseURL, storageState: await page.context().storageState() });
    const cold = await context.newPage();
    const loaded = scriptsOf(cold);
    await cold.goto(page.url());
    await expect(cold.getByRole("heading").first()).toBeVisible();
    await cold.waitForLoadState("networkidle");
    const scripts = await loaded();
    await context.close();
    const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
    process.stdout.write(`${screen.name}: ${(bytes / 1000).toFixed(1)} kB in ${scripts.length} scripts\n`);
    expect(scripts.filter((script) => script.bytes > 2000 && script.encoding !== "gzip")).toEqual([]);
    // Nothing measured is nothing proved: the framework alone is more than this.
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(budgetKb * 1000);
  });
}
