import type { Page } from "@playwright/test";

/** Types into the worklist's filter, as nothing typed ever stands in its address. */
export async function findInList(page: Page, text: string): Promise<void> {
  await page.getByLabel("Name, claim number or member id").fill(text);
}
