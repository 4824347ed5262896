// Takes the pictures of the README from a demo practice that runs already: npm run screenshots -- [address] [folder].
// Where nothing was released yet, it releases what is ready and hands it over, so that there is a batch to show.
import path from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.mjs";
import { ROOT } from "./install.mjs";
import { OperatorError, runMain } from "./operator-error.mjs";

const PASSWORD = "dorsal-demo-2026";
const [address = "http://127.0.0.1:3000", folder = path.join(ROOT, "docs", "images")] = process.argv.slice(2);

async function signedIn(browser, person, colorScheme = "light") {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    timezoneId: "America/Denver",
    locale: "en-US",
    colorScheme,
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(`${person}@demo.test`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation").first().waitFor();
  return page;
}

/** The page at rest, the pointer out of the way. */
async function shoot(page, name) {
  await page.mouse.move(0, 0);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  process.stdout.write(`${name}.png\n`);
}

const addressesOf = (page, part) =>
  page
    .locator(`main a[href*="${part}"]`)
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")))]);

async function open(page, list, part, which = () => true) {
  await page.goto(list);
  await page.locator(`main a[href*="${part}"]`).first().waitFor();
  for (const href of await addressesOf(page, part)) {
    await page.goto(href);
    await page.getByRole("heading").first().waitFor();
    if (await which(page)) return;
  }
  throw new OperatorError(`No record of ${list} in this practice is what the picture shows.`);
}

async function releaseWhatIsReady(page) {
  await page.getByRole("button", { name: "See what can go" }).click();
  await page.getByRole("button", { name: /^Release \d+ claims? as one batch/ }).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}/);
  await page.getByRole("button", { name: "Hand over and download" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("alertdialog").getByRole("button", { name: "Hand over and download" }).click();
  await downloading;
  await page.goto("/batches");
  await page.getByRole("row").nth(1).waitFor();
}

/** A claim that the second lead holds, and whose documented facts support the fix. */
const SECOND_LEADS = "/worklist?queue=specialty&who=anyone&rule=R-U01";
const hasFix = async (page) => (await page.getByRole("button", { name: /^Apply/ }).count()) > 0;

await runMain(async () => {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
  try {
    const coder = await signedIn(browser, "coder");
    await coder.goto("/worklist?queue=specialty");
    await coder.getByRole("row").nth(1).waitFor();
    await shoot(coder, "worklist");
    await open(coder, "/imports", "/imports/");
    await shoot(coder, "import");
    await open(coder, SECOND_LEADS, "/claims/", hasFix);
    await shoot(coder, "claim");
    const dark = await signedIn(browser, "coder", "dark");
    await dark.goto(coder.url());
    await shoot(dark, "claim-dark");
    const lead = await signedIn(browser, "leadcoder");
    await lead.goto("/batches");
    await lead.getByRole("heading", { name: "Batches", exact: true }).waitFor();
    if ((await addressesOf(lead, "/batches/")).length === 0) await releaseWhatIsReady(lead);
    await shoot(lead, "batches");
    await open(lead, "/payers", "/payers/");
    await shoot(lead, "payer");
    const denials = await signedIn(browser, "denialslead");
    await open(denials, "/remittances", "/remittances/");
    await shoot(denials, "remittance");
    await open(denials, "/denials?queue=to_work&who=anyone", "/denials/");
    await shoot(denials, "denial");
    const leader = await signedIn(browser, "leader");
    await leader.goto("/dashboard");
    await leader.getByRole("article").first().waitFor();
    await shoot(leader, "dashboard");
    await leader.goto("/xray");
    await leader.getByRole("article").first().waitFor({ timeout: 120_000 });
    await shoot(leader, "xray");
  } finally {
    await browser.close();
  }
});
