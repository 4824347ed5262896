import { expect, type Page } from "@playwright/test";

/** Waits until the page hears keys: before its script has run, a shortcut is lost as it is for a person. */
export async function keysAreHeard(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-keys", "heard");
}
