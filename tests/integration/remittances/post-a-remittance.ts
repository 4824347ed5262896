import { importFile } from "../imports/import-a-file";
import { aRemittanceFile } from "../../builders/a-remittance";
import type { TestTenant } from "../bench/a-tenant";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { ImportView } from "@/lib/domain/imports/import-screen";
import type { PaymentToWrite } from "@/lib/edi/write-835";

let control = 0;

/** An 835 file of these payments as text; every call gives another file (its control number differs). */
export function remittanceText(payments: readonly PaymentToWrite[]): string {
  control += 1;
  return new TextDecoder().decode(aRemittanceFile(payments, { controlNumber: control }));
}

/** Imports these payments as one file, as a customer does. */
export function importRemittance(
  tenant: TestTenant,
  payments: readonly PaymentToWrite[],
  fileName = "payments.835",
): Promise<ImportView> {
  return importFile(tenant, remittanceText(payments), { fileName });
}

/** Sums of the whole ledger, or of one claim's, by kind; kinds that come to 0 are left out. */
export async function ledgerOf(tenant: TestTenant, claimNumber?: string): Promise<Record<string, number>> {
  const rows = await withTenant(
    tenant,
    (tx) => tx.$queryRaw<{ kind: string; cents: number }[]>`
      select e.kind, sum(e.cents)::float8 as cents from ledger_entry e
      left join claim c on c.organization_id = e.organization_id and c.id = e.claim_id
      where ${claimNumber ?? null}::text is null or c.claim_number = ${claimNumber ?? null}
      group by e.kind having sum(e.cents) <> 0 order by e.kind`,
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row.cents]));
}

/** As `ledgerOf`, by line: "1 payment". */
export async function linesOf(tenant: TestTenant, claimNumber: string): Promise<Record<string, number>> {
  const rows = await withTenant(
    tenant,
    (tx) => tx.$queryRaw<{ key: string; cents: number }[]>`
      select e.line_number || ' ' || e.kind as key, sum(e.cents)::float8 as cents from ledger_entry e
      join claim c on c.organization_id = e.organization_id and c.id = e.claim_id
      where c.claim_number = ${claimNumber}
      group by e.line_number, e.kind having sum(e.cents) <> 0 order by e.line_number, e.kind`,
  );
  return Object.fromEntries(rows.map((row) => [row.key, row.cents]));
}

/** Every payment of the organization, in file order. */
export function paymentsOf(tenant: TestTenant) {
  return withTenant(tenant, (tx) =>
    tx.remittancePayment.findMany({ orderBy: [{ createdAt: "asc" }, { ordinal: "asc" }] }),
  );
}
