import { expect, test, type Page } from "@playwright/test";
import type { Claim } from "@/lib/domain/claims/claim";
import type { DenialEntry } from "@/lib/domain/denials/denial-screen";
import { aSecondLeadClaim, upload } from "./support/claim-files";
import { denySecondLine, importDecidedClaims } from "./support/decided-claims";
import { compare, hrefOf, seen, type Shown } from "./support/figures";
import { pageOf, signIn, type Person } from "./support/people";
import { recordAppeal } from "./support/denial-steps";

/** Imports a claim as the coder, answers its facts, takes the proposed fix and signs it; answers the claim as it stands then. */
async function signAClaim(page: Page): Promise<Claim> {
  const claim = aSecondLeadClaim();
  await page.goto("/imports");
  await page.getByLabel("Claim files to import").setInputFiles(upload("mine.837", [claim]));
  await page.getByRole("link", { name: "See what became of it" }).click({ timeout: 60_000 });
  await page.getByRole("link", { name: claim.claimNumber }).click();
  const answer = async (fact: string, value: () => Promise<void>) => {
    await page.getByRole("button", { name: `Answer: ${fact}` }).click();
    await value();
    await page.getByLabel("Document, date, page").fill("operative note, page 2");
    await page.getByRole("button", { name: "Save fact" }).click();
    await expect(page.getByText(`${fact} recorded; the edits ran again`)).toBeVisible();
    await expect(page.getByRole("button", { name: "Save fact" })).toBeHidden();
  };
  await answer("Leads placed", () => page.getByLabel("Leads placed", { exact: true }).fill("2"));
  await answer("Operative note signed", () => page.getByRole("radio", { name: "Yes" }).check());
  await page.keyboard.press("f");
  await page.getByRole("button", { name: /^Sign(?! with)/ }).click();
  await expect(page.getByRole("main").getByTitle(/another person must sign/)).toBeVisible();
  const [first, second] = claim.lines;
  return { ...claim, lines: [first!, { ...second!, modifiers: ["76"] }] };
}

/** Follows every count to the queue that it counts, and compares with what that says. */
async function followCounts(page: Page): Promise<number> {
  const links = await page.locator("main a[data-counted]").all();
  const counts = [];
  for (const link of links)
    counts.push({ href: await hrefOf(link), count: await link.getAttribute("data-counted") });
  for (const { href, count } of counts) {
    await page.goto(href);
    const queue = page.locator("main header").filter({ has: page.getByRole("heading", { level: 1 }) });
    await expect(queue.getByRole("status"), href).toHaveText(new RegExp(`^${count} `));
  }
  return counts.length;
}

/** Follows every figure of one's own to the claims behind it. */
async function followFigures(page: Page): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const link of await page.locator("main a[data-figure]").all())
    shown.push({ href: await hrefOf(link), sides: await seen(link) });
  for (const figure of shown) await compare(page, figure);
  return shown;
}

test("a coder's day begins with their queue, their findings and what was denied of theirs, and all of it opens", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "coder");
  const signed = await signAClaim(page);
  const lead = await pageOf(browser, "denialslead", baseURL);
  await denySecondLine(lead.request, baseURL!, signed);
  await lead.context().close();

  // One claim to code is taken, so that something is theirs.
  await page.goto("/worklist?queue=specialty");
  await page.getByRole("button", { name: "Claim next" }).click();
  await expect(page).toHaveURL(/\/claims\//);

  await page.goto("/");
  await expect(page).toHaveURL(/\/home\/coding$/);
  await expect(page.getByRole("heading", { name: "My coding" })).toBeVisible();
  const denied = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Denied of mine" }) });
  await expect(denied).toContainText("Included in another service");
  const figures = await followFigures(page);
  expect(figures.length).toBeGreaterThanOrEqual(3);
  expect(figures.map(({ sides }) => sides)).not.toContain("$0.00");
  await page.goto("/home/coding");
  expect(await followCounts(page)).toBeGreaterThanOrEqual(2);
});

test("the day of who works denials begins with tiers and deadlines, what was worked and recovered, and all of it opens", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "denialslead");
  const claimNumber = await importDecidedClaims(page.request, baseURL!);
  const asked = { headers: { origin: baseURL! }, data: { queue: "to_work", text: claimNumber } };
  const answer = await page.request.post("/api/v1/denials", asked);
  const [denial] = ((await answer.json()) as { value: { rows: DenialEntry[] } }).value.rows;
  await recordAppeal(page, denial!.id);

  await page.goto("/");
  await expect(page).toHaveURL(/\/home\/denials$/);
  for (const scope of ["Everybody's", "Mine and nobody's"]) {
    await page.goto("/home/denials");
    await page.getByRole("link", { name: scope }).click();
    await expect(page.getByRole("link", { name: scope })).toHaveAttribute("aria-current", "page");
    const home = page.url();
    const [worked, recovered] = await followFigures(page);
    expect(worked!.sides).toMatch(/^[1-9]\d* lines?$/);
    if (scope === "Everybody's") expect(recovered!.sides).not.toBe("$0.00");
    await page.goto(home);
    expect(await followCounts(page)).toBeGreaterThanOrEqual(3);
  }
});

const HOMES: [Person, RegExp][] = [
  ["coder", /\/home\/coding$/],
  ["leadcoder", /\/home\/coding$/],
  ["denials", /\/home\/denials$/],
  ["denialslead", /\/home\/denials$/],
  ["leader", /\/dashboard$/],
  ["physician", /\/dashboard$/],
  ["authorizations", /\/worklist\?queue=specialty$/],
  ["compliance", /\/settings\/audit$/],
  ["admin", /\/imports$/],
];

for (const [person, home] of HOMES)
  test(`${person} begins where their work is`, async ({ page }) => {
    await signIn(page, person);
    await page.goto("/");
    await expect(page).toHaveURL(home);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
