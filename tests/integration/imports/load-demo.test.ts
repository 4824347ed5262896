import { expect, test } from "vitest";
import { withAuth, withTenant } from "@/lib/data/tenant-transaction";
import { findAccountId, lockAccount } from "@/lib/data/access/account-records";
import { listOrganizations } from "@/lib/data/setup/demo-records";
import { listImportRecords } from "@/lib/data/imports/import-records";
import { DEMO_SIGN_INS, loadDemo } from "@/lib/setup/load-demo";
import { verifyPassword } from "@/lib/use-cases/access/password-hash";

interface Totals {
  claims: number;
  cents: number;
  open_specialty: number;
  filed: number;
  with_findings: number;
  missing: number;
  facts: number;
  patients: number;
}

async function totals(organizationId: string): Promise<Totals> {
  const rows = await withTenant(
    { organizationId },
    (tx) => tx.$queryRaw<Totals[]>`
      select count(*)::int as claims, sum(charge_cents)::float8 as cents,
        (count(*) filter (where status = 'needs_coding' and queue = 'specialty'))::int as open_specialty,
        (count(*) filter (where status = 'filed'))::int as filed,
        (count(*) filter (where status <> 'filed' and block_count > 0))::int as with_findings,
        (count(*) filter (where status <> 'filed' and missing_count > 0))::int as missing,
        (select count(*)::int from clinical_fact) as facts, (select count(*)::int from patient) as patients
      from claim`,
  );
  return rows[0]!;
}

const OPTIONS = { asOf: "2026-06-30", claims: 1500 };

test("the demo practice loads by the customer's import, once, also when its first load is cut off", async () => {
  const lines: string[] = [];
  const cutOff = (line: string) => {
    lines.push(line);
    if (lines.length === 6) throw new Error("killed");
  };
  await expect(loadDemo({ ...OPTIONS, onProgress: cutOff })).rejects.toThrow("killed");
  expect(await loadDemo({ ...OPTIONS, onProgress: (line) => lines.push(line) })).toBe("loaded");
  const [demo, ...others] = await withAuth((tx) => listOrganizations(tx));
  expect(others).toEqual([]);
  const { id: organizationId } = demo!;
  const before = await totals(organizationId);
  const all = await withTenant({ organizationId }, (tx) => listImportRecords(tx, 200, 0));
  const imports = all.filter((record) => record.kind === "837P");
  expect(imports.every((record) => record.status === "published" && record.claimsQuarantined === 0)).toBe(
    true,
  );
  expect(before.claims).toBe(OPTIONS.claims);
  expect(before.cents).toBe(imports.reduce((sum, record) => sum + record.centsPosted, 0));
  const history = imports.filter((record) => record.isHistory);
  expect(before.filed).toBe(history.reduce((sum, record) => sum + record.claimsPosted, 0));
  expect(before.open_specialty).toBeGreaterThan(10);
  expect(before.with_findings).toBeGreaterThan(5);
  expect(before.missing).toBeGreaterThan(0);
  expect(lines.length).toBeGreaterThan(20);

  for (const { email, password } of DEMO_SIGN_INS) {
    const account = await withAuth(async (tx) => lockAccount(tx, (await findAccountId(tx, email))!));
    expect(await verifyPassword(account!.passwordHash, password)).toBe(true);
  }
  expect(await loadDemo(OPTIONS)).toBe("was_loaded");
  expect(await totals(organizationId)).toEqual(before);
}, 180_000);
