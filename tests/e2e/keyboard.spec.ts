import { expect, test, type Locator, type Page } from "@playwright/test";
import { aSecondLeadClaim, upload } from "./support/claim-files";
import { keysAreHeard } from "./support/heard-keys";

/** Presses Tab until the wanted control has the focus; a control that Tab never reaches fails the test. */
async function tabTo(page: Page, wanted: Locator, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

test("a coder signs in, takes a claim, fixes it and signs it without a mouse", async ({ page }) => {
  test.slow();
  await page.goto("/sign-in");
  // The first field waits for typing.
  await page.keyboard.type("coder@demo.test");
  await page.keyboard.press("Tab");
  await page.keyboard.type("dorsal-demo-2026");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation").first()).toBeVisible();

  const claim = aSecondLeadClaim();
  await page.goto("/imports");
  await page.getByLabel("Claim files to import").setInputFiles(upload("keys.837", [claim]));
  await expect(page.getByRole("link", { name: "See what became of it" })).toBeVisible({ timeout: 60_000 });

  // The search opens with a key and Enter opens what it found.
  await page.goto("/worklist?queue=specialty");
  await expect(page.getByRole("table")).toBeVisible();
  await keysAreHeard(page);
  await page.keyboard.press("/");
  await page.keyboard.type(claim.claimNumber);
  await expect(page.getByRole("option", { name: new RegExp(claim.claimNumber) })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/claims\//);
  await expect(page.getByRole("heading", { name: claim.claimNumber })).toBeVisible();

  // Both facts by Tab, typing and Enter.
  await tabTo(page, page.getByRole("button", { name: "Answer: Leads placed" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Leads placed", { exact: true }));
  await page.keyboard.type("2");
  await tabTo(page, page.getByLabel("Document, date, page"));
  await page.keyboard.type("2026-11-05, page 2");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Leads placed recorded; the edits ran again")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Answer: Operative note signed" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("radio", { name: "Yes" }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByLabel("Document, date, page"));
  await page.keyboard.type("2026-11-05, page 2");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Operative note signed recorded; the edits ran again")).toBeVisible();

  // One key fixes, one key signs.
  await expect(page.getByText("modifier 76 from the second on")).toBeVisible();
  await page.keyboard.press("f");
  await expect(page.getByText("none open")).toBeVisible();
  await page.keyboard.press("s");
  await expect(
    page
      .getByRole("region", { name: "Release gate" })
      .getByText(/second/i)
      .first(),
  ).toBeVisible();
});
