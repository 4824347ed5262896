import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { signIn } from "./support/people";
import { SCREENS } from "./support/screens";
import { scriptsOf } from "./support/scripts-of";
import { walkWithTab } from "./support/tab-walk";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What the colours decide; everything else is the same in the dark. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What a page may load before it is at rest: compressed script, as sent. Sizes, no times: the same on every machine. A
 * dashboard draws charts, and may load the library that does.
 */
const BUDGET_KB = 260;
const CHARTS_BUDGET_KB = 360;
const WITH_CHARTS = ["dashboard"];

// Signing in and opening is most of the time: each screen is opened once, and everything that holds of all is looked at.
for (const screen of SCREENS) {
  test(`${screen.name}: WCAG 2.2 AA in light and dark, every control by Tab, script within its budget`, async ({
    page,
    browser,
    baseURL,
  }) => {
    test.slow();
    if (screen.person) await signIn(page, screen.person);
    await screen.open(page);
    await atRest(page);
    await test.step("no violation in light and dark", async () => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await background();
      expect.soft(await violationsOf(page, (axe) => axe.withTags(TAGS))).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await expect.poll(background).not.toBe(light);
      expect.soft(await violationsOf(page, (axe) => axe.withRules(OF_COLOURS))).toEqual([]);
      await page.emulateMedia({ colorScheme: "light" });
    });
    // After the look at the page as it opens: the focus scrolls it.
    await test.step("every control can be reached with Tab, and shows that it is", async () => {
      const { reached, invisible, missed } = await walkWithTab(page);
      expect.soft(missed).toEqual([]);
      expect.soft(invisible).toBe(0);
      expect.soft(reached).toBeGreaterThan(0);
    });
    const budgetKb = WITH_CHARTS.includes(screen.name) ? CHARTS_BUDGET_KB : BUDGET_KB;
    await test.step(`starts with at most ${budgetKb} kB of script`, async () => {
      const scripts = await coldScripts(page, browser, baseURL);
      const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
      process.stdout.write(`${screen.name}: ${(bytes / 1000).toFixed(1)} kB in ${scripts.length} scripts\n`);
      expect.soft(scripts.filter((script) => script.bytes > 2000 && script.encoding !== "gzip")).toEqual([]);
      // Nothing measured is nothing proved: the framework alone is more than this.
      expect.soft(bytes).toBeGreaterThan(100_000);
      expect.soft(bytes).toBeLessThanOrEqual(budgetKb * 1000);
    });
  });
}

async function atRest(page: Page): Promise<void> {
  await expect(page.getByRole("heading").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
}

async function violationsOf(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const { violations } = await choose(new AxeBuilder({ page })).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** The scripts of the same page for a browser that has nothing kept of it yet. */
async function coldScripts(page: Page, browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({ baseURL, storageState: await page.context().storageState() });
  const cold = await context.newPage();
  const loaded = scriptsOf(cold);
  await cold.goto(page.url());
  await atRest(cold);
  const scripts = await loaded();
  await context.close();
  return scripts;
}
