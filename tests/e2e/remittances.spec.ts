import { expect, test } from "@playwright/test";
import { signIn } from "./support/people";
import { aFileWithHeld } from "./support/remittance-files";

test("a denial lead imports a remittance, reads what the payer says, and posts the payment that is held", async ({
  page,
}) => {
  test.slow();
  const { claimNumber, heldNumber, trace, heldTrace, text } = aFileWithHeld();
  await signIn(page, "denialslead");
  await page.goto("/imports");
  await page
    .getByLabel("Claim files to import")
    .setInputFiles({ name: `${trace}.835`, mimeType: "application/edi-x12", buffer: Buffer.from(text) });
  await page.getByRole("link", { name: "See what became of it" }).click({ timeout: 60_000 });

  // The file's page speaks of payments: one posted, one held, both together the file.
  await expect(page.getByText("Adds up to the cent")).toBeVisible();
  await expect(page.getByText(/Of 2 payments, 1 posted, 1 held/)).toBeVisible();
  await page.getByRole("link", { name: trace, exact: true }).click();

  // The payment: the deposit is its claims; the claim adds up line by line, reasons in words before codes.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(trace);
  await expect(page.getByText("Adds up to the cent")).toBeVisible();
  const eob = page.getByRole("article", { name: new RegExp(claimNumber) });
  await expect(eob).toContainText("included in another service already paid (CO-97)");
  await expect(eob).toContainText("Charged $19,000.00 − cut $15,800.00 = paid $3,200.00");
  await expect(eob.getByText("Adds up", { exact: true })).toBeVisible();

  // To the denial and back to the very answer, to the claim and back.
  await eob.getByRole("link", { name: "Open the denial" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Included in another service");
  await page.getByRole("link", { name: /^the payment of / }).click();
  await expect(page).toHaveURL(/\/remittances\/[0-9a-f-]{36}\?claim=[0-9a-f-]{36}#eob-/);
  await eob.getByRole("link", { name: claimNumber }).click();
  await expect(page.getByText("No claim file brought this claim")).toBeVisible();
  await page.getByRole("table", { name: "Answers of payers, newest first" }).getByRole("link").click();
  await expect(eob).toBeVisible();

  // The held one says by how much, and is posted with a reason only.
  await page.goto("/remittances?status=held");
  await page.getByRole("link", { name: heldTrace, exact: true }).click();
  await expect(page.getByText("Held: $12.34 less was paid than its claims explain")).toBeVisible();
  await expect(page.getByText("Off by -$12.34", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Post anyway…" }).click();
  const dialog = page.getByRole("dialog", { name: "Post it although it does not add up?" });
  await dialog.getByRole("button", { name: "Post the payment" }).click();
  await expect(dialog.getByText("Write in a sentence why it is right to post it.")).toBeVisible();
  await dialog.getByLabel("Why is it right to post it?").fill("The bank statement shows this amount.");
  await dialog.getByRole("button", { name: "Post the payment" }).click();
  await expect(page.getByText("Posted with a difference of -$12.34, an entry of its own")).toBeVisible();
  await expect(page.getByText("“The bank statement shows this amount.”")).toBeVisible();
  const posted = page.getByRole("article", { name: new RegExp(heldNumber) });
  await expect(posted.getByRole("link", { name: "Open the denial" })).toBeVisible();
  await page.goto("/remittances?status=held");
  await expect(page.getByRole("link", { name: heldTrace, exact: true })).toHaveCount(0);
});

test("who may not see remittances finds no way to them", async ({ page }) => {
  await signIn(page, "coder");
  await expect(page.getByRole("link", { name: "Remittances" })).toHaveCount(0);
  await page.goto("/remittances");
  await expect(page.getByText("Your role does not include this")).toBeVisible();
});
