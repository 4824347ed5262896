import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
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

/** The session of each person who signed in already: one sign-in is enough for many journeys. */
const sessions = new Map<Person, Awaited<ReturnType<BrowserContext["cookies"]>>>();

/** Signs in and stands on the person's first page: through the form, or with a session of theirs that still counts. */
export async function signIn(page: Page, person: Person): Promise<void> {
  const session = sessions.get(person);
  if (session === undefined || !(await goOn(page, session))) {
    await signInByForm(page, person);
    sessions.set(person, await page.context().cookies());
  }
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

/** False where the session is over. */
async function goOn(page: Page, cookies: Parameters<BrowserContext["addCookies"]>[0]): Promise<boolean> {
  await page.context().addCookies(cookies);
  await page.goto("/");
  return !page.url().includes("/sign-in");
}

async function signInByForm(page: Page, person: Person): Promise<void> {
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
