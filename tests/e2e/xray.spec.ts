import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import readWorkbook from "read-excel-file/node";
import { DEMO_PASSWORD } from "@/lib/setup/demo-sign-ins";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import type { Claim } from "@/lib/domain/claims/claim";
import { aLine } from "../builders/a-claim";
import { anAdjustment, aPayment, aRemittanceFile, theRemittanceOf } from "../builders/a-remittance";
import { aSecondLeadClaim, freshNumber, recentDay, upload } from "./support/claim-files";

const fileOf = (name: string, claims: RemittanceClaim[], controlNumber: number) => {
  const dates = { paidOn: recentDay(10), producedOn: recentDay(11) };
  const payment = aPayment(claims, { trace: freshNumber("EFT"), ...dates });
  return {
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(aRemittanceFile([payment], { controlNumber })),
  };
};

/** Money and counts of the figures' list: what its page says, and what its rows come to. */
async function listOf(page: Page): Promise<{ says: string; rows: number; cents: number }> {
  await expect(page).toHaveURL(/\/xray\/claims\?/);
  await expect(page.getByText(/add up to/)).toBeVisible();
  const amounts = await page
    .locator("[data-cents]")
    .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.cents)));
  const says = await page.getByText(/add up to/).innerText();
  return { says, rows: amounts.length, cents: amounts.reduce((sum, cents) => sum + cents, 0) };
}

test("a new practice drops remittances alone, sees what denials cost with the claims behind it, then adds its claims", async ({
  page,
}) => {
  test.slow();
  // A second lead denied as included; a trial denied as not necessary; a pair paid in full though written as the first.
  const second = aSecondLeadClaim();
  const day = recentDay();
  const trial = aSecondLeadClaim({
    lines: [aLine({ serviceFrom: day, serviceTo: day, controlNumber: "A1" })],
  });
  const paid = aSecondLeadClaim();
  const denied = (claim: Claim, line: number, reason: `${string}-${string}`, remarks: string[] = []) =>
    theRemittanceOf(claim, { payerControlNumber: freshNumber("ICN") }, (number) =>
      number === line ? { adjustments: [anAdjustment(reason, 950_000)], allowedCents: 0, remarks } : {},
    );
  const first = fileOf("june.835", [denied(second, 2, "CO-97", ["M15"])], 501);
  const later = fileOf(
    "july.835",
    [denied(trial, 1, "CO-50"), theRemittanceOf(paid, { payerControlNumber: freshNumber("ICN") })],
    502,
  );

  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(process.env.E2E_NEWCOMER!);
  await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();

  // By its key, to a page that says how to begin.
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("x");
    await expect(page).toHaveURL(/\/xray$/, { timeout: 2000 });
  }).toPass();
  await expect(page.getByText("Begin with 12 to 24 months of remittances (835)")).toBeVisible();

  await page.getByLabel("Claim files to import").setInputFiles([first, later]);
  await expect(page.getByRole("link", { name: "See what became of it" })).toHaveCount(2, { timeout: 60_000 });
  const glance = page.getByRole("region", { name: "At a glance" });
  await expect(glance.getByRole("article", { name: "Denied at first" })).toContainText("$19,000.00");
  await expect(glance.getByRole("article", { name: "Denied at first" })).toContainText(
    /2 of 5 lines.*, 2 of 3 claims/,
  );
  await expect(glance.getByRole("article", { name: "Initial denial rate" })).toContainText("40.0");
  await expect(glance.getByRole("article", { name: "Lost second leads" })).toContainText("$9,500.00");
  await expect(page.getByText("still being read")).toHaveCount(0);

  // Without claim files nothing is said about edits.
  await expect(page.getByText("Add the claim files (837P) of the same months")).toBeVisible();

  // Each priority opens as many lines and as much money as it says.
  const recovery = page.getByRole("region", { name: "Still denied by priority and window" });
  const highest = recovery.getByRole("row", { name: /Highest priority/ });
  await expect(highest).toContainText("1 line of 1 claim");
  await highest.getByRole("link", { name: /Highest priority, window open/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Still denied");
  const list = await listOf(page);
  expect(list).toMatchObject({ rows: 1, cents: 950_000 });
  expect(list.says).toMatch(/1 line of 1 claim add up to \$9,500\.00/);
  await expect(page.getByRole("row", { name: new RegExp(second.claimNumber) })).toContainText("second lead");
  // Only remittances know the claim: its denial is what opens.
  await page.getByRole("link", { name: second.claimNumber }).click();
  await expect(page).toHaveURL(/\/denials\//);
  await page.goto("/xray/claims?list=denied");
  expect(await listOf(page)).toMatchObject({ rows: 2, cents: 1_900_000 });

  // The claim files, already marked as sent, at the same place.
  await page.goto("/xray");
  await expect(page.getByRole("checkbox", { name: /already sent to the payers/ })).toBeChecked();
  await page.getByLabel("Claim files to import").setInputFiles([upload("sent.837", [second, trial, paid])]);
  await expect(page.getByRole("link", { name: "See what became of it" })).toBeVisible({ timeout: 60_000 });
  const effects = page.getByRole("region", { name: "Effects by edit" });
  await expect(effects.getByRole("row", { name: /R-U01/ })).toContainText("$9,500.00");
  await expect(page.getByText("3 of 3 answered claims have their claim file here")).toBeVisible();
  await expect(glance.getByRole("article", { name: "Denied at first" })).toContainText("$19,000.00");
  await effects.getByRole("link", { name: /stopped by R-U01/ }).click();
  expect(await listOf(page)).toMatchObject({ rows: 1, cents: 950_000 });
  await page.getByRole("link", { name: "X-ray", exact: true }).first().click();
  await effects.getByRole("link", { name: /paid claims held by R-U01/ }).click();
  expect(await listOf(page)).toMatchObject({ rows: 1, cents: 1_900_000 });
  await expect(page.getByRole("link", { name: paid.claimNumber })).toBeVisible();

  // The same as a workbook.
  await page.goto("/xray");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download workbook" }).click(),
  ]);
  const sheets = await readWorkbook(readFileSync(await download.path()));
  const claims = sheets.find(({ sheet }) => sheet === "Claims")!.data;
  expect(claims.slice(1).map(([number]) => number)).toEqual([second.claimNumber, trial.claimNumber].sort());

  // On paper: the figures without the buttons, on at most two sheets.
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print summary" })).toBeHidden();
  await expect(page.getByLabel("Import files")).toBeHidden();
  await expect(glance).toBeVisible();
  const pdf = (await page.pdf({ format: "Letter" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeLessThanOrEqual(2);
});
