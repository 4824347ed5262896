import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import readWorkbook from "read-excel-file/node";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";
import { run } from "@/lib/cli/run";
import type { XrayOutput } from "@/lib/cli/xray-view";
import { xrayListHref, type XrayListAddress } from "@/lib/domain/xray/list-address";
import type { Sum } from "@/lib/domain/xray/xray";
import type { XrayListView, XrayScreen } from "@/lib/domain/xray/xray-screen";
import { exportXray } from "@/lib/use-cases/xray/export-xray";
import { getXray } from "@/lib/use-cases/xray/get-xray";
import { listBehindXray, XRAY_PAGE_SIZE } from "@/lib/use-cases/xray/list-behind-xray";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { importFile } from "../imports/import-a-file";

const AS_OF = "2026-06-30";
const NOW = new Date("2026-06-30T15:00:00Z");
const practice = generatePractice({ claims: 900, seed: "day one", asOf: AS_OF });
const history = practice.files.filter(({ isHistory }) => isHistory);
const remittances = practice.remittanceFiles;

const folder = mkdtempSync(path.join(tmpdir(), "dorsal-xray-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command line says of these files. */
async function commandLine(files: readonly { name: string; text(): string }[]): Promise<XrayOutput> {
  const paths = files.map(({ name, text }) => {
    const file = path.join(folder, name);
    writeFileSync(file, text());
    return file;
  });
  let out = "";
  const code = await run(["xray", ...paths, "--as-of", AS_OF, "--json"], {
    out: (text) => (out += text),
    err: () => undefined,
  });
  expect(code).toBe(0);
  return JSON.parse(out) as XrayOutput;
}

let mine: TestTenant;
let from835: XrayOutput;
let alone: XrayScreen;
let fromAll: XrayOutput;
let whole: XrayScreen;

const screenOf = (tenant: TestTenant) => getXray.execute(tenant.actors.leader, {}, NOW);

/** The page's figures without what only one of the two sides has. */
function figures({ xray }: XrayScreen) {
  return xray;
}
function figuresOf({
  files: _files,
  denials: _denials,
  cells: _cells,
  outsideClaims: _out,
  ...said
}: XrayOutput) {
  return { ...said, edits: said.edits && { ...said.edits, held: [] } };
}

/** Every row behind a figure, all pages together. */
async function behind(tenant: TestTenant, address: XrayListAddress): Promise<XrayListView> {
  const query = Object.fromEntries(new URL(xrayListHref(address), "https://dorsal.test").searchParams);
  const open = (page: number) => listBehindXray.execute(tenant.actors.leader, { ...query, page }, NOW);
  const first = await open(1);
  const rows = [...first.rows];
  for (let page = 2; rows.length < first.total; page += 1) {
    const { rows: more } = await open(page);
    expect(more.length).toBeGreaterThan(0);
    expect(more.length).toBeLessThanOrEqual(XRAY_PAGE_SIZE);
    rows.push(...more);
  }
  return { ...first, rows };
}

async function expectBehind(address: XrayListAddress, says: Pick<Sum, "claims" | "lines" | "cents">) {
  const list = await behind(mine, address);
  const what = JSON.stringify(address);
  expect({ claims: list.claims, lines: list.total, cents: list.cents }, what).toEqual(says);
  expect(list.rows, what).toHaveLength(says.lines);
  expect(new Set(list.rows.map(({ claimId }) => claimId)).size, what).toBe(says.claims);
  expect(
    list.rows.reduce((sum, row) => sum + row.cents, 0),
    what,
  ).toBe(says.cents);
  for (const row of list.rows) expect(row).toMatchObject({ href: `/claims/${row.claimId}` });
  expect(list.rows.every(({ patientName }) => patientName !== "")).toBe(true);
}

beforeAll(async () => {
  mine = await aTenant();
  from835 = await commandLine(remittances);
  for (const file of remittances) {
    const imported = await importFile(mine, file.text(), { fileName: file.name });
    expect(imported).toMatchObject({ status: "published", paymentsHeld: 0 });
  }
  alone = await screenOf(mine);
  fromAll = await commandLine([...history, ...remittances]);
  for (const file of history) {
    const imported = await importFile(mine, file.text(), { fileName: file.name, isHistory: true });
    expect(imported.status).toBe("published");
  }
  whole = await screenOf(mine);
}, 300_000);

describe("the X-ray of posted remittances", () => {
  test("says from 835s alone what the command line says of the same files", () => {
    expect(alone.files).toMatchObject({ remittances: remittances.length, claims: 0, readingIds: [] });
    expect(from835.totals.deniedLines).toBeGreaterThan(20);
    expect(from835.secondLeads.lines).toBeGreaterThan(0);
    expect(from835.edits).toBeNull();
    expect(figures(alone)).toEqual(figuresOf(from835));
  });

  test("says with the claim files what the command line says of both, edits among it", () => {
    expect(fromAll.edits!.all.stopped.cents).toBeGreaterThan(0);
    expect(fromAll.edits!.joined.claims).toBeGreaterThan(50);
    expect(figures(whole)).toEqual(figuresOf(fromAll));
  });

  test("has behind every figure as many claims and lines and as much money as it says", async () => {
    const { totals, payers, codes, categories, secondLeads, open, edits } = whole.xray;
    const denied = (row: typeof totals | (typeof payers)[number]) => ({
      ...{ claims: row.deniedClaims, lines: row.deniedLines, cents: row.deniedCents },
    });
    const sum = ({ claims, lines, cents }: Sum) => ({ claims, lines, cents });
    await expectBehind({ list: "denied" }, denied(totals));
    await expectBehind({ list: "denied", secondLead: "yes" }, sum(secondLeads));
    const payer = payers[0]!;
    const answered = (row: typeof totals | (typeof payers)[number]) => ({
      ...{ claims: row.claims, lines: row.lines, cents: row.chargeCents },
    });
    await expectBehind({ list: "answered" }, answered(totals));
    for (const row of payers) await expectBehind({ list: "answered", payer: row.payer.key }, answered(row));
    await expectBehind({ list: "answered", code: codes[0]!.code }, answered(codes[0]! as never));
    await expectBehind({ list: "denied", payer: payer.payer.key }, denied(payer));
    await expectBehind({ list: "denied", code: codes[0]!.code }, denied(codes[0]! as never));
    await expectBehind({ list: "denied", category: categories[0]!.category }, sum(categories[0]!));
    for (const row of open.tiers)
      await expectBehind({ list: "open", tier: row.tier, window: row.window }, sum(row));
    await expectBehind({ list: "denied", stopped: "any" }, edits!.all.stopped);
    await expectBehind({ list: "denied", flagged: "any" }, edits!.all.flagged);
    await expectBehind({ list: "denied", stopped: edits!.rules[0]!.rule }, edits!.rules[0]!.stopped);
    const { heldWrongly } = edits!.all;
    await expectBehind({ list: "held", edit: "any" }, { ...heldWrongly, lines: heldWrongly.claims });
    for (const { reason, claims, chargeCents } of whole.xray.outside)
      await expectBehind({ list: "outside", reason }, { claims, lines: claims, cents: chargeCents });
  }, 120_000);
});

describe("the workbook of the X-ray", () => {
  test("read back holds the same figures, sheet by sheet", async () => {
    const { bytes, fileName } = await exportXray.execute(mine.actors.leader, {}, NOW);
    expect(fileName).toBe(`xray-${AS_OF}.xlsx`);
    const sheets = new Map((await readWorkbook(Buffer.from(bytes))).map(({ sheet, data }) => [sheet, data]));
    expect([...sheets.keys()]).toEqual([
      ...["Summary", "By payer", "By code", "By category", "Second leads", "Recovery", "Edits"],
      ...["Paid claims held", "Not in the figures", "Claims"],
    ]);
    const cents = (sheet: string, column: number) =>
      sheets
        .get(sheet)!
        .slice(1)
        .reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);
    const { totals, open, secondLeads, outside } = fromAll;
    expect(cents("By payer", 1)).toBe(totals.deniedCents);
    expect(cents("By code", 1)).toBe(totals.deniedCents);
    expect(cents("By category", 2)).toBe(totals.deniedCents);
    expect(cents("Second leads", 1)).toBe(secondLeads.cents);
    expect(cents("Recovery", 3)).toBe(open.openCents);
    expect(cents("Not in the figures", 1)).toBe(outside.reduce((sum, row) => sum + row.chargeCents, 0));
    expect(sheets.get("Claims")).toHaveLength(fromAll.denials.length + 1);
    expect(cents("Claims", 8)).toBe(totals.deniedCents);
    expect(cents("Claims", 10)).toBe(open.openCents);
    expect(sheets.get("Paid claims held")).toHaveLength(fromAll.edits!.held.length + 1);
    const summary = new Map(sheets.get("Summary")!.map(([label, value]) => [label, value]));
    expect(summary.get("Practice")).toBe(mine.name);
    expect(summary.get("Remittance files")).toBe(remittances.length);
  });
});
