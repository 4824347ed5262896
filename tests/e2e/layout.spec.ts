import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/people";
import { SCREENS } from "./support/screens";

const claim = SCREENS.find((screen) => screen.name === "claim")!;

/** What a person can press or fill in, in the working area, that lies under the toast. */
const controlsUnderToast = (page: Page) =>
  page.locator("[data-sonner-toast]").evaluate((toast) => {
    const box = toast.getBoundingClientRect();
    return [
      ...document.querySelectorAll(
        "main :is(button, a, input, select, textarea, [role=combobox], [role=radio])",
      ),
    ]
      .filter((control) => {
        const other = control.getBoundingClientRect();
        const across = other.left < box.right && other.right > box.left;
        return across && other.top < box.bottom && other.bottom > box.top;
      })
      .map((control) => control.textContent ?? control.tagName);
  });

for (const [width, height] of [
  [1440, 900],
  [1280, 800],
] as const) {
  test.describe(`at ${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });

    test("an error toast lies over no control of the claim screen", async ({ page }) => {
      await signIn(page, "coder");
      await claim.open(page);
      const take = page.getByRole("button", { name: "Claim next" });
      await expect(take).toBeVisible();
      // The connection is gone for whatever is sent from now on.
      await page.route("**/claims/**", (route) =>
        route.request().method() === "POST" ? route.abort() : route.continue(),
      );
      await take.click();
      const toast = page.locator("[data-sonner-toast]");
      await expect(toast).toContainText("The server could not be reached");
      await expect(toast).toHaveAttribute("data-mounted", "true");
      await expect.poll(() => controlsUnderToast(page)).toEqual([]);
    });

    test("the worklist shows all its columns without scrolling sideways", async ({ page }) => {
      await signIn(page, "coder");
      await page.goto("/worklist?queue=specialty");
      const table = page.getByRole("table");
      await expect(table.getByRole("row").nth(1)).toBeVisible();
      const hidden = await table.evaluate((element) => {
        const box = element.parentElement!;
        return box.scrollWidth - box.clientWidth;
      });
      expect(hidden).toBeLessThanOrEqual(0);
    });

    test("the claims behind a figure show all their columns, and no dashboard scrolls sideways", async ({
      page,
    }) => {
      await signIn(page, "denialslead");
      for (const name of ["dashboard", "denial work", "claims behind a figure"]) {
        await SCREENS.find((screen) => screen.name === name)!.open(page);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        const hidden = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll("main table")]
            .map((element) => (element.matches("table") ? element.parentElement! : element))
            .map((box) => box.scrollWidth - box.clientWidth),
        );
        expect(Math.max(...hidden), name).toBeLessThanOrEqual(0);
      }
    });
  });
}

test("lists and records begin at the same left edge", async ({ page }) => {
  await signIn(page, "leadcoder");
  const edges: Record<string, number> = {};
  const lists = ["dashboard", "claims behind a figure", "my coding"];
  for (const name of [
    ...lists,
    "worklist",
    "claim",
    "imports",
    "import",
    "batches",
    "payers",
    "payer",
    "edits",
  ]) {
    await SCREENS.find((screen) => screen.name === name)!.open(page);
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toBeVisible();
    edges[name] = Math.round((await title.boundingBox())!.x);
  }
  expect(new Set(Object.values(edges)), JSON.stringify(edges)).toHaveProperty("size", 1);
});

test("the edits page shows the first edit in full until another is chosen", async ({ page }) => {
  await signIn(page, "coder");
  await page.goto("/edits");
  const detail = page.getByRole("heading", { level: 2 }).filter({ hasText: "Second lead not written" });
  await expect(detail).toBeVisible();
  await page.getByRole("row", { name: /R-U02/ }).click();
  await expect(detail).toBeHidden();
  await expect(page.getByRole("heading", { name: "More units than Medicare takes in a day" })).toBeVisible();
});
