import { expect, test, type Browser, type Page } from "@playwright/test";
import type { DenialEntry } from "@/lib/domain/denials/denial-screen";
import { whileBroken } from "./support/broken-database";
import { importDecidedClaims } from "./support/decided-claims";
import { recordAppeal } from "./support/denial-steps";
import { compare, hrefOf, seen, type Shown } from "./support/figures";
import { keysAreHeard } from "./support/heard-keys";
import { pageOf, signIn } from "./support/people";

/** Tiles, the grid of denied dollars, every age, and every month of every trend. */
async function figuresOfDashboard(page: Page): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const tile of await page.getByRole("article").all()) {
    const link = tile.locator("a[data-figure]");
    const n = /n = (\d[\d,]* claims?)/.exec((await tile.textContent()) ?? "")?.[1];
    shown.push({ href: await hrefOf(link), sides: await seen(link), claims: n });
  }
  const grid = page.getByRole("region", { name: "Denied dollars by payer and reason" });
  for (const link of await grid.getByRole("link").all())
    shown.push({ href: await hrefOf(link), sides: await seen(link) });
  for (const age of await page.getByRole("list", { name: "Ages" }).getByRole("listitem").all()) {
    const link = age.getByRole("link");
    const claims = await age.locator("span").last().textContent();
    shown.push({ href: await hrefOf(link), sides: await seen(link), claims: claims! });
  }
  await page.getByRole("button", { name: /^Show \d more trends$/ }).click();
  const trends = page.getByRole("region", { name: "Twelve months" }).getByRole("figure");
  await expect(trends).toHaveCount(9);
  for (const trend of await trends.all()) {
    await trend.getByRole("button", { name: "Show table" }).click();
    for (const row of await trend.locator("tbody tr").all()) {
      const link = row.getByRole("link");
      shown.push({ href: await hrefOf(link), sides: await seen(row.getByRole("cell").last()) });
    }
  }
  return shown;
}

/** The same person in a browser that runs no script: what the server sent is what it shows, and 150 lists are soon read. */
async function readerOf(page: Page, browser: Browser, baseURL: string | undefined): Promise<Page> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
  return context.newPage();
}

/** Imports among the newest that are not through yet. */
async function importsRunning(page: Page): Promise<number> {
  const answer = await page.request.get("/api/v1/imports");
  const { value } = (await answer.json()) as { value: { imports: { isRunning: boolean }[] } };
  return value.imports.filter(({ isRunning }) => isRunning).length;
}

test.describe("the leader's dashboard", () => {
  test.beforeAll(async ({ browser, baseURL }) => {
    test.setTimeout(300_000);
    const page = await pageOf(browser, "denialslead", baseURL);
    // What the demo's payers answered is still being posted when the application has just started.
    await expect(async () => expect(await importsRunning(page)).toBe(0)).toPass({ timeout: 120_000 });
    const claimNumber = await importDecidedClaims(page.request, baseURL!);
    // One of the denials is appealed, so that something was worked.
    const asked = { headers: { origin: baseURL! }, data: { queue: "to_work", text: claimNumber } };
    const answer = await page.request.post("/api/v1/denials", asked);
    const [denial] = ((await answer.json()) as { value: { rows: DenialEntry[] } }).value.rows;
    await recordAppeal(page, denial!.id);
    // Balances and collections are counted by the worker, a moment later.
    await expect(async () => {
      await page.goto("/dashboard");
      await expect(page.getByRole("article").first()).toBeVisible();
      expect(await page.getByText("Still being counted").count()).toBe(0);
    }).toPass({ timeout: 90_000 });
    await page.context().close();
  });

  test("begins a leader's day, and every figure on it opens claims that add up to it", async ({
    page,
    browser,
    baseURL,
  }) => {
    test.setTimeout(900_000);
    await signIn(page, "leader");
    await page.goto("/");
    await expect(page).toHaveURL(/\/dashboard$/);
    await expect(page.getByRole("article")).toHaveCount(9);
    const rate = page.getByRole("article", { name: "Initial denial rate, claims" });
    await expect(rate).toContainText("Target: below 10 %, off above 12 %");
    const figures = await figuresOfDashboard(page);
    // Nine tiles, nine trends of twelve months, five ages and their sum, four cells of the grid and its six sums.
    expect(figures.length).toBeGreaterThanOrEqual(9 + 9 * 12 + 6 + 10);
    const reader = await readerOf(page, browser, baseURL);
    let rows = 0;
    for (const shown of new Map(figures.map((figure) => [JSON.stringify(figure), figure])).values())
      rows += await compare(reader, shown);
    await reader.context().close();
    expect(rows).toBeGreaterThan(300);
    process.stdout.write(`dashboard: ${figures.length} figures opened, ${rows} rows added up\n`);
  });

  test("explains each figure at its tile, by keyboard too", async ({ page }) => {
    await signIn(page, "leader");
    await page.goto("/dashboard");
    const button = page.getByRole("button", { name: "What “Receivables over 120 days” means" });
    await button.focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog", { name: "Receivables over 120 days" });
    await expect(sheet).toContainText("Open balance older than 120 days ÷ open balance");
    await expect(sheet).toContainText("Nobody published these numbers");
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(button).toBeFocused();
  });

  test("opens with g k, goes a month back, and a claim is two presses from its figure", async ({ page }) => {
    await signIn(page, "leader");
    await page.goto("/imports");
    await expect(page.getByRole("heading", { name: "Imports" })).toBeVisible();
    await keysAreHeard(page);
    await page.keyboard.type("gk");
    await expect(page).toHaveURL(/\/dashboard$/);
    const month = page.getByRole("combobox", { name: "Month" });
    const now = (await month.textContent())!;
    await page.getByRole("button", { name: "Month before" }).click();
    await expect(month).not.toHaveText(now);
    await page.goBack();
    await expect(month).toHaveText(now);
    await page.getByRole("article", { name: "Denied dollars" }).getByRole("link").click();
    await expect(page.getByRole("heading", { name: "Denied dollars", level: 1 })).toBeVisible();
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/claims\/[0-9a-f-]{36}$/);
  });

  test("is not shown to who may not see it", async ({ page }) => {
    await signIn(page, "coder");
    await expect(page.getByRole("link", { name: "Dashboard" })).toHaveCount(0);
    expect((await page.goto("/dashboard"))!.status()).toBe(403);
    expect((await page.goto("/dashboard/claims?figure=denied_dollars&month=2026-10"))!.status()).toBe(403);
  });

  test("says when its figures cannot be read, without a word of why, and shows them when they can", async ({
    page,
  }) => {
    await signIn(page, "leader");
    await whileBroken(
      "alter table kpi_month rename to kpi_month_away",
      "alter table kpi_month_away rename to kpi_month",
      async () => {
        await page.goto("/dashboard");
        await expect(page.getByText("The figures could not be read")).toBeVisible();
        await expect(page.getByRole("main")).not.toContainText("kpi_month");
      },
    );
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("article")).toHaveCount(9);
  });

  test("knows no figure, month or narrowing that there is not", async ({ page }) => {
    await signIn(page, "leader");
    for (const address of [
      "/dashboard?month=2026-13",
      "/dashboard/claims?figure=profit&month=2026-10",
      "/dashboard/claims?figure=denied_dollars&month=soon",
      "/dashboard/claims?figure=denied_dollars&month=2026-10&age=0-30",
      "/dashboard/claims?figure=denied_dollars&month=2026-10&payer=00000000-0000-7000-8000-000000000000",
    ])
      expect((await page.goto(address))!.status(), address).toBe(404);
  });
});
