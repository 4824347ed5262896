import { beforeAll, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import { ROLES } from "@/lib/domain/access/roles";
import { runImport } from "@/lib/use-cases/imports/run-import";
import { exportXray } from "@/lib/use-cases/xray/export-xray";
import { getXray } from "@/lib/use-cases/xray/get-xray";
import { listBehindXray } from "@/lib/use-cases/xray/list-behind-xray";
import { aDeniedLine, aPayment, aRemittanceClaim, aRemittanceLine } from "../../builders/a-remittance";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { receive } from "../imports/import-a-file";
import { importRemittance, remittanceText } from "../remittances/post-a-remittance";

const NOW = new Date("2026-06-30T15:00:00Z");
const MAY_SEE = ["lead_coder", "denial_lead", "compliance_officer", "leader", "administrator"];
const aDenial = (claimNumber: string) =>
  aRemittanceClaim({
    ...{ claimNumber, payerControlNumber: `ICN${claimNumber}` },
    lines: [aRemittanceLine(), aDeniedLine("CO-97", { modifiers: ["59"], remarks: ["M15"] })],
  });

let mine: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  ({ mine, other } = await twoTenants());
  await importRemittance(mine, [aPayment([aDenial("X-1"), aDenial("X-2")], { trace: "EFT1" })]);
});

const eventsOf = (tenant: TestTenant, memberId: string | null) =>
  withTenant(tenant, (tx) => tx.auditEvent.findMany({ where: { memberId }, orderBy: { occurredAt: "asc" } }));

describe("the X-ray", () => {
  test("is for those who answer for the money, on the page, its lists and its workbook", async () => {
    for (const role of ROLES) {
      for (const useCase of [getXray, listBehindXray, exportXray]) {
        const asked = useCase.execute(mine.actors[role], {}, NOW);
        if (MAY_SEE.includes(role)) await expect(asked).resolves.toBeDefined();
        else await expect(asked).rejects.toMatchObject({ code: "forbidden" });
      }
    }
  });

  test("shows another organization nothing of it", async () => {
    expect((await getXray.execute(mine.actors.leader, {}, NOW)).xray.totals.deniedLines).toBe(2);
    const theirs = await getXray.execute(other.actors.leader, {}, NOW);
    expect(theirs.files).toMatchObject({ remittances: 0, claims: 0, held: { payments: 0 } });
    expect(theirs.xray.totals).toMatchObject({ lines: 0, claims: 0, deniedCents: 0 });
    expect(theirs.xray).toMatchObject({ payers: [], outside: [], edits: null });
    const list = await listBehindXray.execute(other.actors.leader, { list: "denied" }, NOW);
    expect(list).toMatchObject({ total: 0, cents: 0, rows: [] });
  });

  test("writes down whose claims a list showed", async () => {
    const reader = mine.actors.compliance_officer;
    const list = await listBehindXray.execute(reader, { list: "open" }, NOW);
    expect(list.rows).toHaveLength(2);
    const last = (await eventsOf(mine, reader.memberId)).at(-1)!;
    expect(last).toMatchObject({ event: "claim.read", subjectType: "claim" });
    const { shownIds } = last.detail as { shownIds: string[] };
    expect(new Set(shownIds)).toEqual(new Set(list.rows.map(({ claimId }) => claimId)));
  });

  test("writes down who took the workbook, and how much was in it", async () => {
    await exportXray.execute(mine.actors.denial_lead, {}, NOW);
    const last = (await eventsOf(mine, mine.actors.denial_lead.memberId)).at(-1);
    expect(last).toMatchObject({ event: "xray.exported", detail: { rowCount: 2, isWithEdits: false } });
  });

  test("opens the denial of a claim that only remittances know", async () => {
    const { rows } = await listBehindXray.execute(mine.actors.leader, {}, NOW);
    const items = await withTenant(mine, (tx) => tx.denialItem.findMany());
    const hrefs = items.map(({ id }) => `/denials/${id}`);
    expect(new Set(rows.map(({ href }) => href))).toEqual(new Set(hrefs));
  });

  test("refuses a list whose address means nothing", async () => {
    for (const asked of [{ list: "all" }, { stopped: "x" }, { tier: "best" }, { patient: "A" }])
      await expect(listBehindXray.execute(mine.actors.leader, asked, NOW)).rejects.toMatchObject({
        code: "invalid_input",
      });
  });

  test("keeps a held payment out of every figure, and says that it is held", async () => {
    const view = await importRemittance(
      other,
      [
        aPayment([aDenial("H-1")], { trace: "EFT8", amountCents: 1 }),
        aPayment([aDenial("H-2")], { trace: "EFT9" }),
      ],
      "held.835",
    );
    expect(view).toMatchObject({ paymentsHeld: 1 });
    const { xray, files } = await getXray.execute(other.actors.leader, {}, NOW);
    expect(xray.totals).toMatchObject({ claims: 1, deniedLines: 1, deniedCents: 950_000 });
    expect(files.held).toEqual({ payments: 1, claims: 1 });
  });

  test("says which files are still being read, until they are", async () => {
    const text = remittanceText([aPayment([aDenial("R-1")], { trace: "EFT10" })]);
    const { importId } = await receive(other, text, { fileName: "waiting.835" });
    const before = await getXray.execute(other.actors.leader, {}, NOW);
    expect(before.files.readingIds).toEqual([importId]);
    await runImport({ organizationId: other.organizationId, importId, jobId: null });
    const after = await getXray.execute(other.actors.leader, {}, NOW);
    expect(after.files).toMatchObject({ readingIds: [], remittances: before.files.remittances + 1 });
    expect(after.xray.totals.claims).toBe(before.xray.totals.claims + 1);
  });
});
