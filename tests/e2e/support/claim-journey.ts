import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { Claim } from "@/lib/domain/claims/claim";
import { read837 } from "@/lib/edi/read-837";
import { findInList } from "./worklist";

/** A file as a browser's file chooser takes it. */
interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** The claims of a file's bytes, by claim number. */
export function claimsOf(bytes: Uint8Array): Map<string, Claim> {
  const { events, report } = read837(bytes);
  expect(report.accepted).toBe(true);
  return new Map(
    events.flatMap((event) => (event.kind === "claim" ? [[event.claim.claimNumber, event.claim]] : [])),
  );
}

/** Imports a file on the page for it, and opens what became of it. */
export async function importFile(page: Page, file: Upload): Promise<void> {
  await page.goto("/imports");
  await page.getByLabel("Claim files to import").setInputFiles(file);
  await page.getByRole("link", { name: "See what became of it" }).click({ timeout: 60_000 });
  await expect(page.getByText("Adds up to the cent")).toBeVisible({ timeout: 30_000 });
}

/** Opens a claim of the specialty queue from the list. */
export async function openFromQueue(page: Page, claimNumber: string): Promise<void> {
  await page.goto("/worklist?queue=specialty");
  await findInList(page, claimNumber);
  await page
    .getByRole("row", { name: new RegExp(claimNumber) })
    .getByRole("link")
    .first()
    .click();
}

async function answer(page: Page, fact: string, value: (form: Page) => Promise<void>): Promise<void> {
  await page.getByRole("button", { name: `Answer: ${fact}` }).click();
  await value(page);
  await page.getByLabel("Document, date, page").fill("2026-11-05, page 2");
  await page.getByRole("button", { name: "Save fact" }).click();
  await expect(page.getByText(`${fact} recorded; the edits ran again`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Save fact" })).toBeHidden();
}

/** On the open claim of two leads without the payer's modifier: documents the facts, fixes with one key, and signs. */
export async function fixAndSign(page: Page): Promise<void> {
  const finding = page.getByRole("heading", { name: "Second lead not written as this payer wants it" });
  await expect(finding).toBeVisible();
  const sign = page.getByRole("button", { name: /^Sign(?! with)/ });
  await expect(sign).toBeDisabled();
  // No fix without a documented fact; with it one key puts the payer's modifier on line 2.
  await answer(page, "Leads placed", (form) => form.getByLabel("Leads placed", { exact: true }).fill("2"));
  await answer(page, "Operative note signed", (form) => form.getByRole("radio", { name: "Yes" }).check());
  await expect(page.getByText("Bill 2 leads on 2 lines, modifier 76 from the second on")).toBeVisible();
  await page.keyboard.press("f");
  await expect(finding).toBeHidden();
  await sign.click();
  await expect(page.getByRole("main").getByText("Second review", { exact: true })).toBeVisible();
}

/** Four eyes: another person signs. */
export async function approve(page: Page, claimUrl: string): Promise<void> {
  await page.goto(claimUrl);
  await page.getByRole("button", { name: /^Approve/ }).click();
  await expect(
    page.getByRole("region", { name: "Release gate" }).getByText("Ready to release"),
  ).toBeVisible();
}

/** Releases what is ready as one batch and hands it over; answers the file's bytes. */
export async function releaseAll(page: Page): Promise<Buffer> {
  await page.goto("/batches");
  await page.getByRole("button", { name: "See what can go" }).click();
  await page.getByRole("button", { name: /^Release \d+ claims? as one batch/ }).click();
  await expect(page).toHaveURL(/\/batches\/[0-9a-f-]{36}/);
  await page.getByRole("button", { name: "Hand over and download" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("alertdialog").getByRole("button", { name: "Hand over and download" }).click();
  return readFile((await (await downloading).path())!);
}
