import { expect, type Browser, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "@/lib/setup/demo-sign-ins";

/** Everybody of the demo practice who works in these journeys; the part before "@demo.test". */
export type Person =
  | "coder"
  | "coder2"
  | "leadcoder"
  | "authorizations"
  | "denials"
  | "denialslead"
  | "physician"
  | "compliance"
  | "leader"
  | "admin";

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(`${person}@demo.test`);
  await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

/** A browser of their own for a person, signed in. Close it with `page.context().close()`. */
export async function pageOf(browser: Browser, person: Person, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, person);
  return page;
}
