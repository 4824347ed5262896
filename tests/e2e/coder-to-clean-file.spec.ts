import { expect, test } from "@playwright/test";
import { aSecondLeadClaim, aVisit, upload } from "./support/claim-files";
import {
  approve,
  claimsOf,
  fixAndSign,
  importFile,
  openFromQueue,
  releaseAll,
} from "./support/claim-journey";
import { pageOf } from "./support/people";

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
  await openFromQueue(coder, flagged.claimNumber);
  await fixAndSign(coder);
  const second = await pageOf(browser, "coder2", baseURL);
  await approve(second, coder.url());
  const lead = await pageOf(browser, "leadcoder", baseURL);
  const bytes = await releaseAll(lead);

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
