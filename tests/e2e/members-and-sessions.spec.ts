import { expect, test, type Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { pageOf, signIn } from "./support/people";

const PASSWORD = "copper window meadow lamp";

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The administrator invites somebody; answers the link. */
async function invite(admin: Page, name: string, email: string): Promise<string> {
  await admin.goto("/settings/members");
  await admin.getByRole("button", { name: "Invite a member" }).click();
  await admin.getByLabel("Name", { exact: true }).fill(name);
  await admin.getByLabel("Email", { exact: true }).fill(email);
  await admin.getByRole("button", { name: "Make the invitation" }).click();
  const link = await admin.getByLabel("Invitation link").inputValue();
  await admin.keyboard.press("Escape");
  return link;
}

async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Choose a password").fill(PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("button", { name: /Your account/ })).toBeVisible();
}

test("sign-in says the same of an unknown address and a wrong password, and returns to where one wanted to go", async ({
  page,
}) => {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  for (const email of ["nobody@example.test", "physician@demo.test"]) {
    await enter(page, email, "not the password");
    await expect(page.getByText("That did not work.")).toBeVisible();
    await page.reload();
  }
  await enter(page, "physician@demo.test", "dorsal-demo-2026");
  await expect(page).toHaveURL(/\/account$/);
});

test("a member is invited, joins once, and is out on the next click after being disabled", async ({
  browser,
  baseURL,
  page: newcomer,
}) => {
  const admin = await pageOf(browser, "admin", baseURL);
  const link = await invite(admin, "Nora Newcomer", "nora@demo.test");
  await join(newcomer, link);
  const again = await browser.newPage({ baseURL });
  await again.goto(link);
  await expect(again.getByRole("heading", { name: "This invitation is over" })).toBeVisible();

  await admin.reload();
  await admin.getByRole("button", { name: "Actions for Nora Newcomer" }).click();
  await admin.getByRole("menuitem", { name: "Disable…" }).click();
  await admin.getByRole("button", { name: "Disable Nora Newcomer" }).click();
  await expect(admin.getByText("Nora Newcomer is signed out and disabled.")).toBeVisible();
  await newcomer.goto("/worklist?queue=specialty");
  await expect(newcomer).toHaveURL(/\/sign-in\?next=/);
  await enter(newcomer, "nora@demo.test", PASSWORD);
  await expect(newcomer.getByText("That did not work.")).toBeVisible();
  await Promise.all([admin.context().close(), again.context().close()]);
});

test("an authenticator app is set up and asked for at the next sign-in; a code works once", async ({
  browser,
  baseURL,
  page,
}) => {
  const admin = await pageOf(browser, "admin", baseURL);
  await join(page, await invite(admin, "Otto Otp", "otto@demo.test"));
  await page.goto("/account");
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
  const totp = new TOTP({ secret });
  const first = totp.generate();
  await page.getByLabel("Code").fill(first);
  await page.getByRole("button", { name: "Turn on the second factor" }).click();
  await expect(page.getByText("The second factor is on.", { exact: false })).toBeVisible();

  await page.getByRole("button", { name: /Your account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await enter(page, "otto@demo.test", PASSWORD);
  await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  await page.getByLabel("Code").fill(first);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Not right, or used already.", { exact: false })).toBeVisible();
  // The next step's code is accepted ahead of time.
  await page.getByLabel("Code").fill(totp.generate({ timestamp: Date.now() + 30_000 }));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("button", { name: /Your account/ })).toBeVisible();

  await admin.reload();
  await admin.getByRole("button", { name: "Actions for Otto Otp" }).click();
  await admin.getByRole("menuitem", { name: "Reset the second factor…" }).click();
  await admin.getByRole("button", { name: "Reset the second factor" }).click();
  await page.goto("/account");
  await enter(page, "otto@demo.test", PASSWORD);
  await expect(page).toHaveURL(/\/account$/);
  await admin.context().close();
});

test("when a session is over the page is covered, keeps what was typed, and goes on after the password", async ({
  page,
  context,
}) => {
  await signIn(page, "admin");
  await page.goto("/settings/organization");
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("A draft that must survive");
  await context.clearCookies();
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByRole("heading", { name: "Your session is over" })).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill("dorsal-demo-2026");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Your session is over" })).toBeHidden();
  await expect(name).toHaveValue("A draft that must survive");
});

test("every page carries its own nonce, is kept by no cache, and refuses what the role does not include", async ({
  page,
}) => {
  await signIn(page, "coder");
  const answer = await page.goto("/settings/audit");
  expect(answer?.status()).toBe(403);
  const first = (await page.goto("/account"))?.headers() ?? {};
  const again = await page.goto("/account");
  const second = again?.headers() ?? {};
  const nonceOf = (headers: Record<string, string>) =>
    /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(headers["content-security-policy"] ?? "")?.[1];
  expect(nonceOf(first)).toBeTruthy();
  expect(nonceOf(first)).not.toBe(nonceOf(second));
  expect(first["cache-control"]).toContain("no-store");
  expect(first["x-content-type-options"]).toBe("nosniff");
  expect(first["x-powered-by"]).toBeUndefined();
  // What our own scripts fetch later is trusted through them; everything in the page itself carries the nonce.
  expect((await again?.text())?.match(/<script(?![^>]*\snonce=)/g) ?? []).toEqual([]);
});

test("the chain of the audit trail is verified on screen", async ({ page }) => {
  await signIn(page, "compliance");
  await page.goto("/settings/audit");
  await page.getByRole("button", { name: "Verify the chain" }).click();
  await expect(page.getByText("The chain is whole")).toBeVisible();
  await page.getByRole("combobox", { name: "About" }).fill("Sign-in");
  await page.getByRole("option", { name: "Sign-in and sessions" }).click();
  await expect(page).toHaveURL(/event=session/);
  await expect(page.getByRole("row").nth(1)).toContainText("Session:");
});
