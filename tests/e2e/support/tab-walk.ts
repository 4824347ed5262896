import type { Page } from "@playwright/test";

/** What a walk with Tab once round a page comes to. */
export interface TabWalk {
  reached: number;
  /** Controls that had the focus without showing it. */
  invisible: number;
  /** Controls that Tab never reaches. */
  missed: string[];
}

const MOST_PRESSES = 400;
/** Pressed between two looks at the page: each look costs as much as many presses. */
const PRESSES = 16;

export async function walkWithTab(page: Page): Promise<TabWalk> {
  await page.evaluate(watchTheFocus);
  for (let pressed = 0; pressed < MOST_PRESSES; pressed += PRESSES) {
    for (let press = 0; press < PRESSES; press += 1) await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.documentElement.dataset.walk === "round")) break;
  }
  return page.evaluate(() => {
    const reached = [...document.querySelectorAll<HTMLElement>("[data-reached]")];
    const missed = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, [tabindex='0']"),
    ]
      .filter((element) => element.tabIndex >= 0 && !element.hasAttribute("disabled"))
      .filter(
        (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden",
      )
      // Of a group of radio buttons Tab reaches one; the arrows reach the others.
      .filter((element) => !element.matches("[role=radio], [role=tab], input[type=radio], tr"))
      .filter((element) => element.dataset.reached === undefined)
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent?.slice(0, 40)}`,
      );
    const invisible = reached.filter((element) => element.dataset.reached === "unseen").length;
    return { reached: reached.length, invisible, missed };
  });
}

/** Marks in the page what gets the focus, and the page itself when the walk comes round. */
function watchTheFocus(): void {
  let last: EventTarget | null = null;
  // What has the focus from the start is reached; so is the row that the focus wanders through with its table.
  const start = document.activeElement as HTMLElement | null;
  if (start && start !== document.body) start.dataset.reached = "start";
  document.addEventListener("focusin", ({ target }) => {
    const element = target as HTMLElement;
    const style = getComputedStyle(element);
    const shows =
      style.outlineStyle !== "none" ||
      style.boxShadow !== "none" ||
      element.matches("iframe, input[type=file]") ||
      // A hidden native control passes its focus ring to the control that is drawn for it.
      element.closest("[data-focused], :focus-within") !== null;
    // A date field has several stops of its own.
    const known = element.dataset.reached !== undefined && element.dataset.reached !== "start";
    if (known && element !== last) document.documentElement.dataset.walk = "round";
    if (!known) element.dataset.reached = shows ? "seen" : "unseen";
    last = element;
  });
}
