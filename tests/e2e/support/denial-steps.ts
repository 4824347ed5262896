import { expect, type Page } from "@playwright/test";

/** Records on a denial's page that an appeal was sent. */
export async function recordAppeal(page: Page, denialId: string): Promise<void> {
  await page.goto(`/denials/${denialId}`);
  await page.getByRole("button", { name: /^Record what was done/ }).click();
  const dialog = page.getByRole("dialog", { name: "Record what was done" });
  await dialog.getByRole("combobox", { name: "What was done?" }).click();
  await page.getByRole("option", { name: "Appeal sent" }).click();
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(page.getByText("Appealed", { exact: true }).first()).toBeVisible();
}
