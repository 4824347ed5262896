import { expect, type Locator, type Page } from "@playwright/test";

/** What a dashboard says of a figure, and where it leads. */
export interface Shown {
  href: string;
  /** "12 of 48 claims", "$295.00": its sides as they stand on the screen. */
  sides: string;
  /** "12 claims", where it says how many stand behind it. */
  claims?: string;
}

/** The words that are seen, without those for screen readers alone. */
export const seen = (element: Locator): Promise<string> =>
  element.evaluate((node) => {
    const copy = node.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll(".sr-only")) hidden.remove();
    return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
  });

export const hrefOf = async (link: Locator): Promise<string> => (await link.getAttribute("href"))!;

const fact = (page: Page, label: string): Locator =>
  page.getByText(label, { exact: true }).locator("xpath=following-sibling::dd");

/** Opens the claims behind a figure, adds up every row of every page, and compares with what was shown; answers the rows. */
export async function compare(page: Page, { href, sides, claims }: Shown): Promise<number> {
  await page.goto(href, { waitUntil: "domcontentloaded" });
  await expect(fact(page, "They add up to")).toContainText("Equal to the figure");
  const total = await seen(fact(page, "Claims in this list"));
  if (claims !== undefined) expect(total, href).toBe(claims);
  const sums = { numerator: 0, denominator: 0 };
  let rows = 0;
  for (let pageNumber = 1; ; pageNumber += 1) {
    if (pageNumber > 1) await page.goto(`${href}&page=${pageNumber}`, { waitUntil: "domcontentloaded" });
    rows += await page
      .getByRole("row")
      .filter({ has: page.locator("[data-side]") })
      .count();
    for (const side of ["numerator", "denominator"] as const)
      for (const words of await page.locator(`[data-side=${side}]`).allTextContents())
        sums[side] += Number(words.replace(/[$,]/g, "")) * (words.includes("$") ? 100 : 1);
    // An empty list has no pages to turn.
    const next = page.getByRole("button", { name: "Next page" });
    if ((await next.count()) === 0 || (await next.isDisabled())) break;
  }
  expect(`${rows} ${rows === 1 ? "claim" : "claims"}`, href).toBe(total.replaceAll(",", ""));
  expect(added(sides, sums), href).toBe(sides);
  return rows;
}

/** The sums of the rows, written as the dashboard writes the sides of this figure. */
function added(
  sides: string,
  { numerator, denominator }: { numerator: number; denominator: number },
): string {
  const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
  const write = (value: number) =>
    sides.includes("$") ? dollars.format(Math.round(value) / 100) : value.toLocaleString("en-US");
  const unit = /(?: (?:claim|line)s?)?$/.exec(sides)![0];
  return sides.includes(" of ")
    ? `${write(numerator)} of ${write(denominator)}${unit}`
    : `${write(numerator)}${unit}`;
}
