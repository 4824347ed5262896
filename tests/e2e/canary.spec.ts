import { appendFileSync, copyFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import type { Claim } from "@/lib/domain/claims/claim";
import { ROUTES } from "./support/access-table";
import { asSuperuser, DATA_DIR, whileBroken } from "./support/broken-database";
import { builtActions } from "./support/built-app";
import { CANARY, filesBelow, found, needlesOf, scanFiles } from "./support/canary";
import { aSecondLeadClaim, aVisit, upload } from "./support/claim-files";
import { pageOf } from "./support/people";
import { watched } from "./support/watched-page";
import { findInList } from "./support/worklist";

// An invented patient goes through everything that can happen to one, on paths that work and on paths that break. Then
// the name and the member id are looked for wherever they have no business to be: addresses, headers, titles, logs, and
// every file of the installation but the database's own.
const NEEDLES = needlesOf(Object.values(CANARY));
const PERSON = `${CANARY.lastName} ${CANARY.firstName} ${CANARY.memberId}`;
const NOWHERE = "00000000-0000-7000-8000-000000000000";
const SERVER_LOG = path.join(DATA_DIR, "server.log");
const POSTGRES_LOG = path.join(DATA_DIR, "postgres.log");

function ofCanary<Made extends Claim>(claim: Made, suffix = ""): Made {
  const { lastName, firstName } = CANARY;
  const memberId = `${CANARY.memberId}${suffix}`;
  return {
    ...claim,
    patient: { ...claim.patient, lastName, firstName },
    subscriber: { ...claim.subscriber, lastName, firstName, memberId },
  };
}

type File = ReturnType<typeof upload>;

/** The same file with other text in it. */
const altered = (file: File, change: (text: string) => string): File => ({
  ...file,
  buffer: Buffer.from(change(file.buffer.toString("latin1")), "latin1"),
});

/** Uploads a file through the page and answers the address of its import. */
async function importFile(page: Page, file: File): Promise<string> {
  await page.goto("/imports");
  await page.getByLabel("Claim files to import").setInputFiles(file);
  await page.getByRole("link", { name: "See what became of it" }).click({ timeout: 60_000 });
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
  return page.url();
}

async function findInPalette(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: /Search claims, patients/ }).click();
  await page.getByPlaceholder(/Claim number, patient, member id/).fill(text);
  await expect(page.getByRole("option", { name: new RegExp(CANARY.lastName) }).first()).toBeVisible();
  await page.keyboard.press("Escape");
}

async function recordFact(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Answer: Leads placed" }).click();
  await page.getByLabel("Leads placed", { exact: true }).fill("2");
  await page.getByLabel("Document, date, page").fill(`note of ${PERSON}`);
  const save = page.getByRole("button", { name: "Save fact" });
  // Refused by a rule of the database that the code knows nothing of; PostgreSQL's message repeats the whole row.
  await whileBroken(
    "alter table clinical_fact add constraint broken check (false) not valid",
    "alter table clinical_fact drop constraint broken",
    async () => {
      await save.click();
      await expect(page.getByText("Something went wrong on our side").first()).toBeVisible();
    },
  );
  // By key: the words of the failure lie over the button.
  await save.press("Enter");
  await expect(page.getByText("Leads placed recorded; the edits ran again")).toBeVisible();
  await page.reload();
}

async function correct(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Correct/ })
    .first()
    .click();
  await page.getByLabel("Claim note").fill(PERSON);
  await page.getByRole("button", { name: /^Review and save/ }).click();
  await page.getByLabel("Why").fill(`asked ${PERSON}`);
  await page.getByRole("button", { name: "Save correction" }).click();
  await expect(page.getByText(/Saved as version 2/).first()).toBeVisible();
}

/** Every route and every action, asked by somebody who may, for what makes no sense. */
async function askWrongly(page: Page, claimUrl: string): Promise<void> {
  const { origin } = new URL(claimUrl);
  const wrong = { queue: "specialty", text: [PERSON], [CANARY.lastName]: CANARY.memberId };
  for (const route of Object.keys(ROUTES)) {
    const [method, address] = route.split(" ") as [string, string];
    const filled = address.replace(/\[\w+\]/g, NOWHERE);
    for (const data of [wrong, `{ "text": "${PERSON}"`]) {
      const answer = await page.request.fetch(filled, { method, headers: { origin }, data });
      expect(answer.status(), route).toBeLessThan(500);
      expect(found(JSON.stringify(answer.headers()), NEEDLES), route).toEqual([]);
    }
  }
  for (const action of builtActions().filter(({ name }) => !name.startsWith("signOut"))) {
    await page.request.post(action.page.replace(/\[\w+\]/g, NOWHERE), {
      headers: { "next-action": action.id, "content-type": "text/plain;charset=UTF-8", origin },
      data: JSON.stringify([{ claimId: PERSON, ...wrong }]),
    });
  }
  // Somebody's own mistake: the address holds the name. The server must not write it down.
  for (const address of ["/claims/", "/imports/", "/", "/api/v1/imports/", "/worklist?queue=specialty&q="]) {
    await page.request.get(`${address}${encodeURIComponent(PERSON)}`);
  }
}

/** The table of patients is gone: routes, pages and searches break in the middle. Answers the reference that was shown. */
async function askWhileBroken(page: Page, claimUrl: string): Promise<string> {
  const { origin } = new URL(claimUrl);
  let reference = "";
  await whileBroken(
    "alter table patient rename to patient_away",
    "alter table patient_away rename to patient",
    async () => {
      for (const [address, data] of [
        ["/api/v1/worklist", { queue: "specialty", text: CANARY.lastName }],
        ["/api/v1/worklist/count", { queue: "specialty", text: CANARY.memberId }],
        ["/api/v1/claims/search", { text: CANARY.lastName }],
      ] as const) {
        const answer = await page.request.post(address, { headers: { origin }, data });
        const text = await answer.text();
        expect(answer.status(), address).toBe(500);
        expect(found(text, NEEDLES), address).toEqual([]);
        reference = /reference: ([0-9a-f-]{36})/.exec(text)?.[1] ?? "";
      }
      await page.goto(claimUrl);
      await expect(page.getByText("Something went wrong").first()).toBeVisible();
      expect(found(await page.content(), NEEDLES), "error page").toEqual([]);
    },
  );
  expect(reference).not.toBe("");
  return reference;
}

test("a patient's name and member id stand in the clear in no address, header, title, log or stored file", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const startedAt = Date.now();
  const coder = await pageOf(browser, "coder", baseURL);
  const trace = watched(coder);
  const name = `${CANARY.lastName}, ${CANARY.firstName} ${CANARY.memberId}.837`;

  // A file that is good, even its name; one that is refused; one with a claim that cannot be read.
  const flagged = ofCanary(aSecondLeadClaim());
  const good = await importFile(coder, upload(name, [flagged]));
  await expect(coder.getByText("Adds up to the cent")).toBeVisible({ timeout: 30_000 });
  await importFile(
    coder,
    altered(upload(`cut ${name}`, [ofCanary(aVisit())]), (text) => text.slice(0, text.lastIndexOf("SE*"))),
  );
  await expect(coder.getByText("Refused").first()).toBeVisible({ timeout: 30_000 });
  await importFile(
    coder,
    altered(upload(`half ${name}`, [ofCanary(aVisit()), aVisit()]), (text) =>
      text
        .replace(/DMG\*D8\*\d{8}/, `DMG*D8*${CANARY.memberId}`)
        .replace(/HI\*ABK:/, `HI*${CANARY.lastName}:`),
    ),
  );
  await expect(coder.getByText("Adds up to the cent")).toBeVisible({ timeout: 30_000 });
  await expect(coder.getByText(/1 quarantined|Quarantined/).first()).toBeVisible();

  // Looked for, found, opened, and the list is as it was on the way back.
  await findInPalette(coder, CANARY.lastName.toLowerCase());
  await findInPalette(coder, CANARY.memberId);
  await coder.goto("/worklist?queue=specialty");
  const row = coder.getByRole("row", { name: new RegExp(flagged.claimNumber) });
  const filter = coder.getByLabel("Name, claim number or member id");
  for (const text of [CANARY.memberId, CANARY.lastName]) {
    await findInList(coder, text);
    await expect(coder.getByRole("status").getByText("1 claim", { exact: true })).toBeVisible();
    await expect(row).toBeVisible();
  }
  await row.getByRole("link").first().click();
  await expect(coder).toHaveURL(/\/claims\//);
  const claimUrl = coder.url();
  await coder.goBack();
  await expect(filter).toHaveValue(CANARY.lastName);
  await expect(row).toBeVisible();
  await coder.reload();
  await expect(filter).toHaveValue(CANARY.lastName);
  await coder.goto(claimUrl);

  await recordFact(coder);
  await correct(coder);
  await askWrongly(coder, claimUrl);
  const reference = await askWhileBroken(coder, claimUrl);
  await coder.goto(`/claims/${NOWHERE}`);
  await expect(coder.getByRole("heading").first()).toBeVisible();
  expect(found(await coder.content(), NEEDLES), "not there").toEqual([]);

  // The worker breaks in the middle of a file.
  await whileBroken(
    "alter table patient add constraint broken check (false) not valid",
    "alter table patient drop constraint broken",
    async () => {
      const broken = await importFile(coder, upload(`late ${name}`, [ofCanary(aVisit(), "B")]));
      const status = async () =>
        (await coder.request.get(broken.replace("/imports/", "/api/v1/imports/"))).text();
      await expect.poll(status, { timeout: 60_000 }).toMatch(/"status":"failed"/);
    },
  );

  // What the compliance officer sees holds ids.
  const officer = await pageOf(browser, "compliance", baseURL);
  const officerTrace = watched(officer);
  await officer.goto("/settings/audit");
  await expect(officer.getByRole("table")).toBeVisible();
  expect(found(await officer.content(), NEEDLES), "audit trail").toEqual([]);

  const history = [...(await trace.history()), ...(await officerTrace.history())];
  expect(history.length).toBeGreaterThan(5);
  await coder.goto("/worklist?queue=specialty");
  await expect(filter).toHaveValue(CANARY.lastName);
  await coder.getByRole("button", { name: /^Your account/ }).click();
  await coder.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(coder).toHaveURL(/\/sign-in/);
  const kept = await coder.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(found(kept, NEEDLES), "kept by the tab after sign-out").toEqual([]);

  // Addresses, history, titles, headers.
  const addresses = [...trace.addresses, ...officerTrace.addresses];
  expect(addresses).toContain(claimUrl);
  expect(addresses).toContain(good);
  for (const [what, texts] of Object.entries({
    addresses,
    history,
    titles: [...trace.titles, ...officerTrace.titles],
    headers: [...(await trace.headers()), ...(await officerTrace.headers())],
  })) {
    expect(texts.length, what).toBeGreaterThan(5);
    expect(
      texts.filter((text) => found(text, NEEDLES).length > 0),
      what,
    ).toEqual([]);
  }

  // The patient is in the database, and in none of the tables that keep what happened or what is to be done.
  await asSuperuser(async (client) => {
    const rows = async (table: string) => {
      const words = Object.values(CANARY).join("|");
      const sql = `select count(*)::int as n from ${table} t where t::text ~* $1`;
      return (await client.query<{ n: number }>(sql, [words])).rows[0]!.n;
    };
    expect(await rows("patient")).toBeGreaterThan(0);
    for (const table of ["audit_event", "background_job", "graphile_worker._private_jobs"]) {
      expect(await rows(table), table).toBe(0);
    }
  });

  // Every file of the installation but the database's own: logs, sealed files, secrets. And what the build wrote since.
  const files = filesBelow(DATA_DIR, [path.join(DATA_DIR, "postgres")]);
  expect(files).toEqual(expect.arrayContaining([SERVER_LOG, POSTGRES_LOG]));
  expect(files.filter((file) => file.startsWith(path.join(DATA_DIR, "files"))).length).toBeGreaterThan(3);
  await expect.poll(() => scanFiles([SERVER_LOG], needlesOf([reference])).length).toBeGreaterThan(0);
  const build = path.resolve(process.env.NEXT_DIST_DIR ?? ".next");
  const written = filesBelow(build).filter((file) => statSync(file).mtimeMs >= startedAt);
  expect(scanFiles([...files, ...written], NEEDLES)).toEqual([]);
  for (const page of [coder, officer]) await page.context().close();
});

test("the search finds a canary in each form that a log line could hold it in", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "dorsal-canary-"));
  try {
    const { lastName, memberId } = CANARY;
    const lines = {
      plain: `{"level":"error","msg":"no patient ${lastName}"}`,
      "lower case": `no patient ${lastName.toLowerCase()}`,
      base64: Buffer.from(`{"text":"${lastName}"}`).toString("base64"),
      "member id": `key (member_id)=(${memberId}) exists`,
      percent: `/worklist?q=${[...Buffer.from(lastName)].map((byte) => `%${byte.toString(16)}`).join("")}`,
      "UTF-16": Buffer.from(`no patient ${lastName}`, "utf16le"),
    };
    for (const [form, line] of Object.entries(lines)) {
      const copy = path.join(folder, "server.log");
      copyFileSync(SERVER_LOG, copy);
      expect(scanFiles([copy], NEEDLES)).toEqual([]);
      appendFileSync(copy, line);
      expect(scanFiles([copy], NEEDLES), form).not.toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
