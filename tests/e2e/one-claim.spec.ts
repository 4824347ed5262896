import { expect, test, type Browser, type Page } from "@playwright/test";
import type { Claim } from "@/lib/domain/claims/claim";
import { DEMO_PASSWORD } from "@/lib/setup/demo-sign-ins";
import {
  aDeniedLine,
  aPayment,
  aRemittanceFile,
  aRemittanceLine,
  theRemittanceOf,
} from "../builders/a-remittance";
import { aSecondLeadClaim, freshNumber, recentDay, upload } from "./support/claim-files";
import {
  approve,
  claimsOf,
  fixAndSign,
  importFile,
  openFromQueue,
  releaseAll,
} from "./support/claim-journey";
import { pageOf } from "./support/people";
import { findInList } from "./support/worklist";

const LEAD_CENTS = 950_000;

/** What the dashboard says of the month of a day, as it stands there. */
async function figuresOn(page: Page, day: string): Promise<{ claims: string; deniedCents: number }> {
  await page.goto(`/dashboard?month=${day.slice(0, 7)}`);
  const sidesOf = async (name: string) =>
    (await page.getByRole("article", { name }).locator("a[data-figure]").textContent()) ?? "";
  const dollars = /\$([\d,]+\.\d\d)/.exec(await sidesOf("Denied dollars"));
  return {
    claims: /([\d,]+) of ([\d,]+)/.exec(await sidesOf("Initial denial rate, claims"))?.[0] ?? "0 of 0",
    deniedCents: dollars === null ? 0 : Math.round(Number(dollars[1]!.replaceAll(",", "")) * 100),
  };
}

/** The payer's answer to the claim as it left: the first lead paid, the second included in it. */
function answerTo(claim: Claim, paidOn: string, trace: string): Buffer {
  const [first, second] = claim.lines;
  const of = ({ modifiers, controlNumber, serviceFrom, serviceTo }: Claim["lines"][number]) => {
    return { modifiers, controlNumber, serviceFrom, serviceTo };
  };
  const answer = theRemittanceOf(claim, {
    payerControlNumber: `ICN${claim.claimNumber}`,
    lines: [aRemittanceLine(of(first!)), aDeniedLine("CO-97", { ...of(second!), remarks: ["M15"] })],
  });
  const { name, id } = claim.payer;
  const payment = aPayment([answer], { trace, paidOn, producedOn: paidOn, payer: { name, id: id ?? null } });
  return Buffer.from(aRemittanceFile([payment], { controlNumber: Math.floor(Math.random() * 900_000) + 1 }));
}

/** A member of another organization, signed in. */
async function outsider(browser: Browser, role: string, baseURL: string | undefined): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(`outside.${role}@example.test`);
  await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
  return page;
}

test("one claim goes from the file to a fix, a batch, the payer's answer, the denial queue and the dashboard, to the cent", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const claim = aSecondLeadClaim();
  const paidOn = recentDay(1);
  const trace = freshNumber("EFT");

  // In: one claim of two leads, held by its second lead, fixed, signed twice.
  const coder = await pageOf(browser, "coder", baseURL);
  await importFile(coder, upload("tuesday.837", [claim]));
  await expect(coder.getByText("$19,000.00").first()).toBeVisible();
  await openFromQueue(coder, claim.claimNumber);
  await fixAndSign(coder);
  const claimUrl = coder.url();
  const second = await pageOf(browser, "coder2", baseURL);
  await approve(second, claimUrl);

  // Out: the batch carries it with the modifier and the same cents.
  const lead = await pageOf(browser, "leadcoder", baseURL);
  const left = claimsOf(await releaseAll(lead)).get(claim.claimNumber)!;
  expect(left.lines.map(({ modifiers, chargeCents }) => [modifiers, chargeCents])).toEqual([
    [[], LEAD_CENTS],
    [["76"], LEAD_CENTS],
  ]);

  const leader = await pageOf(browser, "leader", baseURL);
  const before = await figuresOn(leader, paidOn);

  // The answer: what is paid and what is denied explains the charge.
  const denials = await pageOf(browser, "denialslead", baseURL);
  await importFile(denials, {
    ...{ name: `${trace}.835`, mimeType: "application/edi-x12" },
    buffer: answerTo(left, paidOn, trace),
  });
  await denials.getByRole("link", { name: trace, exact: true }).click();
  const eob = denials.getByRole("article", { name: new RegExp(claim.claimNumber) });
  await expect(eob).toContainText("Charged $19,000.00 − cut $15,800.00 = paid $3,200.00");
  const paymentUrl = denials.url();
  await eob.getByRole("link", { name: claim.claimNumber }).click();
  await expect(denials).toHaveURL(claimUrl);

  // The denial: the second lead's $9,500.00, in the queue and on its own page.
  await denials.goto("/denials?queue=to_work");
  await findInList(denials, claim.claimNumber, "denials");
  const row = denials.getByRole("row", { name: new RegExp(claim.claimNumber) });
  await expect(row).toContainText("Included in another service");
  await expect(row).toContainText("$9,500.00");
  await row.getByRole("link").first().click();
  await expect(denials.getByRole("heading", { level: 1 })).toContainText("Included in another service");
  const denialUrl = denials.url();

  // The dashboard: one claim more was decided and denied, $9,500.00 more; its list names the claim.
  const after = await figuresOn(leader, paidOn);
  expect(after.deniedCents - before.deniedCents).toBe(LEAD_CENTS);
  const countsOf = ({ claims }: { claims: string }) =>
    claims.split(" of ").map((part) => Number(part.replaceAll(",", "")));
  const [was, is] = [countsOf(before), countsOf(after)];
  expect([is[0]! - was[0]!, is[1]! - was[1]!]).toEqual([1, 1]);
  await leader.getByRole("article", { name: "Denied dollars" }).locator("a[data-figure]").click();
  await expect(leader.getByText("Equal to the figure")).toBeVisible();
  const figureUrl = leader.url();
  await expect(async () => {
    if ((await leader.getByRole("link", { name: claim.claimNumber }).count()) > 0) return;
    await leader.getByRole("button", { name: "Next page" }).click({ timeout: 2_000 });
    throw new Error("not on this page");
  }).toPass({ timeout: 30_000 });

  // Nobody of another organization sees any of it.
  const stranger = await outsider(browser, "leader", baseURL);
  for (const url of [claimUrl, paymentUrl]) expect((await stranger.goto(url))!.status()).toBe(404);
  await stranger.goto(figureUrl);
  await expect(stranger.getByRole("main")).toBeVisible();
  await expect(stranger.getByText(claim.claimNumber)).toHaveCount(0);
  await stranger.goto("/dashboard");
  await expect(stranger.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(stranger.getByRole("article")).toHaveCount(0);
  const strangeLead = await outsider(browser, "denial_lead", baseURL);
  expect((await strangeLead.goto(denialUrl))!.status()).toBe(404);
  await strangeLead.goto("/denials?queue=to_work");
  await expect(strangeLead.getByRole("main")).toBeVisible();
  await expect(strangeLead.getByText(claim.claimNumber)).toHaveCount(0);
  for (const page of [coder, second, lead, leader, denials, stranger, strangeLead])
    await page.context().close();
});
