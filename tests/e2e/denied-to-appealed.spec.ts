import { expect, test } from "@playwright/test";
import { signIn } from "./support/people";
import { openADenial } from "./support/remittance-files";

test("a denial lead finds a denial in the queue, assigns it, records an appeal and takes it back", async ({
  page,
  baseURL,
}) => {
  test.slow();
  await signIn(page, "denialslead");
  const { claimNumber, amountCents } = await openADenial(page.request, baseURL!);
  expect(amountCents).toBe(950_000);

  // The queue: reason in words, money, and the arithmetic of the tier on demand.
  await page.goto("/denials?queue=to_work");
  const row = page.getByRole("row", { name: new RegExp(claimNumber) });
  await expect(row).toContainText("Included in another service");
  await expect(row).toContainText("$9,500.00");
  await row.getByRole("button", { name: /show the arithmetic/ }).click();
  await expect(page.getByText(/\$9,500\.00 × \d+ % ÷ \d+ minutes = /)).toBeVisible();
  await page.keyboard.press("Escape");

  // Many at once: what would change is said first, and one undo puts it back.
  await row.getByRole("checkbox").click();
  await page.getByRole("button", { name: "Assign…" }).click();
  await expect(page.getByText("1 denial changes hands")).toBeVisible();
  await page.getByRole("button", { name: "Assign 1 denial" }).click();
  await expect(row).toContainText("HM");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toContainText("nobody");

  // The work screen: the line adds up, the reason is in words before codes.
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/\/denials\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Included in another service");
  await expect(page.getByText("included in another service already paid").first()).toBeVisible();
  await expect(page.getByText("Adds up")).toHaveCount(2);
  await expect(page.getByRole("region", { name: "Next step" })).toContainText("Have at hand");

  // One key takes it, one records what was done, one takes that back.
  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: "Give back" })).toBeVisible();
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog", { name: "Record what was done" });
  await dialog.getByRole("combobox", { name: "What was done?" }).click();
  await page.getByRole("option", { name: "Call with an outcome" }).click();
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(dialog.getByText("Write with whom you spoke.")).toBeVisible();
  await dialog.getByRole("combobox", { name: "What was done?" }).click();
  await page.getByRole("option", { name: "Appeal sent" }).click();
  await dialog.getByLabel("Reference").fill("FAX-4471");
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(page.getByText("Appealed", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("list", { name: "Steps, newest first" })).toContainText("reference FAX-4471");
  await page.keyboard.press("z");
  await expect(page.getByRole("list", { name: "Steps, newest first" })).toContainText("Last step undone");

  // A note stays with the denial.
  await page.keyboard.press("m");
  await page.keyboard.type("Operative note asked for");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("list", { name: "Notes, newest first" })).toContainText(
    "Operative note asked for",
  );
});
