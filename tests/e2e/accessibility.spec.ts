import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/people";
import { SCREENS } from "./support/screens";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What the colours decide; everything else is the same in the dark. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

async function violationsOf(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const { violations } = await choose(new AxeBuilder({ page })).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

for (const screen of SCREENS) {
  test(`${screen.name} has no WCAG 2.2 AA violation, in light and dark`, async ({ page }) => {
    if (screen.person) await signIn(page, screen.person);
    await screen.open(page);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    expect(await violationsOf(page, (axe) => axe.withTags(TAGS))).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(background).not.toBe(light);
    expect(await violationsOf(page, (axe) => axe.withRules(OF_COLOURS))).toEqual([]);
  });
}
