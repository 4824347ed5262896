import { expect, test } from "vitest";
import { listImportRecords } from "@/lib/data/imports/import-records";
import { listOrganizations } from "@/lib/data/setup/demo-records";
import { withAuth, withTenant } from "@/lib/data/tenant-transaction";
import { loadDemo } from "@/lib/setup/load-demo";
import { runImport } from "@/lib/use-cases/imports/run-import";

interface Answers {
  payments: number;
  held: number;
  born: number;
  cents: number;
  answered: number;
  open: number;
  aged: number;
  jobs: number;
}

async function answers(organizationId: string): Promise<Answers> {
  const rows = await withTenant(
    { organizationId },
    (tx) => tx.$queryRaw<Answers[]>`
      select count(*)::int as payments, (count(*) filter (where status <> 'posted'))::int as held,
        sum(born_count)::int as born, sum(amount_cents)::float8 as cents,
        (select count(distinct claim_id)::int from remittance_claim) as answered,
        (select count(*)::int from denial_item where status = 'open') as open,
        (select count(*)::int from denial_item where status = 'open' and opened_on < '2026-04-01') as aged,
        (select count(*)::int from background_job j join import_file i on i.organization_id = j.organization_id
          and i.id::text = j.payload ->> 'importId' where i.kind = '835') as jobs
      from remittance_payment`,
  );
  return rows[0]!;
}

test("the payers' answers are handed in once for the worker, and leave denials of all ages", async () => {
  const options = { asOf: "2026-06-30", claims: 400 };
  const cutOff = (line: string) => {
    if (line.includes("remittance files handed in")) throw new Error("killed");
  };
  await expect(loadDemo({ ...options, onProgress: cutOff })).rejects.toThrow("killed");
  expect(await loadDemo(options)).toBe("loaded");
  const [demo] = await withAuth((tx) => listOrganizations(tx));
  const { id: organizationId } = demo!;
  const files = (await withTenant({ organizationId }, (tx) => listImportRecords(tx, 200, 0)))
    .filter((record) => record.kind === "835")
    .reverse();
  expect(files.length).toBeGreaterThan(60);
  expect(new Set(files.map((file) => file.fileName)).size).toBe(files.length);
  // The start waits for none of them.
  expect(files.every((file) => file.status === "received")).toBe(true);
  expect(await answers(organizationId)).toMatchObject({ payments: 0, jobs: files.length });

  const posted = async () => {
    for (const { id: importId } of files) await runImport({ organizationId, importId, jobId: null });
    return answers(organizationId);
  };
  const first = await posted();
  expect(first).toMatchObject({ held: 0, born: 0 });
  expect(first.answered).toBeGreaterThan(250);
  expect(first.cents).toBeGreaterThan(0);
  expect(first.aged).toBeGreaterThan(3);
  expect(first.open).toBeGreaterThan(first.aged);
  expect(await loadDemo(options)).toBe("was_loaded");
  expect(await posted()).toEqual(first);
}, 180_000);
