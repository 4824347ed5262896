import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import type { Claim } from "@/lib/domain/claims/claim";
import { read837 } from "@/lib/edi/read-837";
import { aSecondLeadClaim, aVisit, upload } from "./support/claim-files";
import { pageOf } from "./support/people";
import { findInList } from "./support/worklist";

/** The claims of a file's bytes, by claim number. */
function claimsOf(bytes: Uint8Array): Map<string, Claim> {
  const { events, report } = read837(bytes);
  expect(report.accepted).toBe(true);
  return new Map(
    events.flatMap((event) => (event.kind === "claim" ? [[event.claim.claimNumber, event.claim]] : [])),
  );
}

async function importFile(page: Page, file: ReturnType<typeof upload>): Promise<void> {
  await page.goto("/imports");
  await page.getByLabel("Claim files to import").setInputFiles(file);
  await page.getByRole("link", { name: "See what became of it" }).click({ timeout: 60_000 });
  await expect(page.getByText("Adds up to the cent")).toBeVisible({ timeout: 30_000 });
}

async function answer(page: Page, fact: string, value: (form: Page) => Promise<void>): Promise<void> {
  await page.getByRole("button", { name: `Answer: ${fact}` }).click();
  await value(page);
  await page.getByLabel("Document, date, page").fill("2026-11-05, page 2");
  await page.getByRole("button", { name: "Save fact" }).click();
  await expect(page.getByText(`${fact} recorded; the edits ran again`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Save fact" })).toBeHidden();
}

test("a second-lead claim goes from the file to a fix, two signatures and a batch that reads back as the same claims", async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const flagged = aSecondLeadClaim();
  const visit = aVisit();
  const cents = flagged.chargeCents + visit.chargeCents;
  expect(cents).toBe(1_914_500);

  const coder = await pageOf(browser, "coder", baseURL);
  await importFile(coder, upload("monday.837", [flagged, visit]));
  await expect(coder.getByText("2 claims").first()).toBeVisible();
  await expect(coder.getByText("$19,145.00").first()).toBeVisible();

  // The flagged one is in the specialty queue and held by the second lead.
  await coder.goto("/worklist?queue=specialty");
  await findInList(coder, flagged.claimNumber);
  await coder
    .getByRole("row", { name: new RegExp(flagged.claimNumber) })
    .getByRole("link")
    .first()
    .click();
  await expect(
    coder.getByRole("heading", { name: "Second lead not written as this payer wants it" }),
  ).toBeVisible();
  const sign = coder.getByRole("button", { name: /^Sign(?! with)/ });
  await expect(sign).toBeDisabled();

  // No fix without a documented fact; with it one key puts the payer's modifier on line 2.
  await answer(coder, "Leads placed", (page) => page.getByLabel("Leads placed", { exact: true }).fill("2"));
  await answer(coder, "Operative note signed", (page) => page.getByRole("radio", { name: "Yes" }).check());
  await expect(coder.getByText("Bill 2 leads on 2 lines, modifier 76 from the second on")).toBeVisible();
  await coder.keyboard.press("f");
  await expect(
    coder.getByRole("heading", { name: "Second lead not written as this payer wants it" }),
  ).toBeHidden();
  await sign.click();
  await expect(coder.getByRole("main").getByText("Second review", { exact: true })).toBeVisible();
  const claimUrl = coder.url();

  // Four eyes: another person signs, and sees what was changed.
  const second = await pageOf(browser, "coder2", baseURL);
  await second.goto(claimUrl);
  await second.getByRole("button", { name: /^Approve/ }).click();
  await expect(
    second.getByRole("region", { name: "Release gate" }).getByText("Ready to release"),
  ).toBeVisible();

  // The lead coder releases it and hands the file over.
  const lead = await pageOf(browser, "leadcoder", baseURL);
  await lead.goto("/batches");
  await lead.getByRole("button", { name: "See what can go" }).click();
  await lead.getByRole("button", { name: /^Release \d+ claims? as one batch/ }).click();
  await expect(lead).toHaveURL(/\/batches\/[0-9a-f-]{36}/);
  await lead.getByRole("button", { name: "Hand over and download" }).click();
  const downloading = lead.waitForEvent("download");
  await lead.getByRole("alertdialog").getByRole("button", { name: "Hand over and download" }).click();
  const bytes = await readFile((await (await downloading).path())!);

  const released = claimsOf(bytes);
  const left = released.get(flagged.claimNumber)!;
  expect(
    left.lines.map((line) => [line.code, line.modifiers, line.units, line.controlNumber, line.chargeCents]),
  ).toEqual([
    ["63650", [], 1, "A1", 950_000],
    ["63650", ["76"], 1, "A2", 950_000],
  ]);
  expect(left.chargeCents).toBe(flagged.chargeCents);
  expect(released.get(visit.claimNumber)!.chargeCents).toBe(visit.chargeCents);

  // Imported again, every claim of the batch is the claim that left: nothing new, and what differs from the practice's
  // last export is exactly what was corrected here.
  await importFile(lead, { name: "batch-again.837", mimeType: "application/octet-stream", buffer: bytes });
  await expect(lead.getByText(/^Of the posted: 0 new, \d+ changed since the last export/)).toBeVisible();
  const changed = lead
    .getByRole("table")
    .getByRole("row")
    .filter({ hasText: /E2E|SP|SA|SC/ });
  await expect(changed.filter({ hasText: flagged.claimNumber })).toContainText(
    "Carries what was corrected here",
  );
  await expect(changed.filter({ hasNotText: "Carries what was corrected here" })).toHaveCount(0);
  await expect(lead.getByText(`${released.size} claims`, { exact: false }).first()).toBeVisible();
  for (const page of [coder, second, lead]) await page.context().close();
});
