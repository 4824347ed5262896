import type { Page } from "@playwright/test";

/** What a walk with Tab once round a page comes to. */
export interface TabWalk {
  reached: number;
  /** Controls that had the focus without showing it. */
  invisible: number;
  /** Controls that Tab never reaches. */
  missed: string[];
}

export async function walkWithTab(page: Page): Promise<TabWalk> {
  const reached = new Set<string>();
  let invisible = 0;
  let wrapped = false;
  let last = "";
  // What has the focus from the start is reached; so is the row that the focus wanders through with its table.
  await page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (element && element !== document.body) element.dataset.reached = "start";
  });
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return null;
      element.dataset.reached ??= String(Math.random());
      const style = getComputedStyle(element);
      const shows =
        style.outlineStyle !== "none" ||
        style.boxShadow !== "none" ||
        element.matches("iframe, input[type=file]") ||
        // A hidden native control passes its focus ring to the control that is drawn for it.
        element.closest("[data-focused], :focus-within") !== null;
      return { key: element.dataset.reached, shows };
    });
    if (at === null) {
      // Past the end of the page: once round it begins at the top.
      if (wrapped) break;
      wrapped = true;
      continue;
    }
    // A date field has several stops of its own.
    if (at.key !== last && reached.has(at.key)) break;
    last = at.key;
    reached.add(at.key);
    if (!at.shows) invisible += 1;
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, [tabindex='0']")]
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
      ),
  );
  return { reached: reached.size, invisible, missed };
}
