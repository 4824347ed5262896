import { withTenant } from "@/lib/data/tenant-transaction";
import type { ImportView } from "@/lib/domain/imports/import-screen";
import { isImportRunning, type ImportStatus } from "@/lib/domain/imports/import-status";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";
import { centsOf } from "./read-amount";
import { check, type Progress, type Soaked } from "./soaked";

export const SOAKED_CLAIMS = Number(process.env.SOAK_CLAIMS ?? 10_000);

interface Stored {
  claims: number;
  versions: number;
  lines: number;
  cents: number;
  lineCents: number;
  staged: number;
  quarantined: number;
  quarantinedCents: number;
  /** Positions in the file of the claims that were held back. */
  heldBack: number[];
  doubled: number;
  imports: number;
}

async function look(organizationId: string, importId: string): Promise<Progress> {
  const [row] = await withTenant(
    { organizationId },
    // One statement: status and claims of the same moment.
    (tx) => tx.$queryRaw<Omit<Progress, "isRunning">[]>`
      select status, progress_done as done, progress_total as total, version as touches,
        (select count(*)::int from claim) as shown
      from import_file where id = ${importId}::uuid`,
  );
  return { ...row!, isRunning: isImportRunning(row!.status as ImportStatus) };
}

async function storedOf(organizationId: string): Promise<Stored> {
  const [row] = await withTenant(
    { organizationId },
    (tx) => tx.$queryRaw<Stored[]>`
      select count(*)::int as claims, coalesce(sum(charge_cents), 0)::float8 as cents,
        (count(*) - count(distinct (billing_entity_id, claim_number)))::int as doubled,
        (select count(*)::int from claim_version) as versions,
        (select count(*)::int from claim_line) as lines,
        (select coalesce(sum(charge_cents), 0)::float8 from claim_line) as "lineCents",
        (select count(*)::int from staged_claim) as staged,
        (select count(*)::int from quarantined_claim) as quarantined,
        (select coalesce(array_agg(ordinal), '{}') from quarantined_claim) as "heldBack",
        (select coalesce(sum(charge_cents), 0)::float8 from quarantined_claim) as "quarantinedCents",
        (select count(*)::int from import_file) as imports
      from claim`,
  );
  return row!;
}

/** The charges of each claim's service lines in cents, read off the text and not by our reader. */
function lineChargesOf(text: string): number[][] {
  const charges: number[][] = [];
  for (const segment of text.split("~")) {
    const [id, , amount] = segment.trim().split("*");
    if (id === "CLM") charges.push([]);
    if (id === "SV1") charges.at(-1)!.push(centsOf(amount!));
  }
  return charges;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Large files of the invented practice. */
export const soakedClaims: Soaked = {
  kind: "claims",
  async prepare({ organizationId }, round) {
    const practice = generatePractice({ claims: SOAKED_CLAIMS, seed: `soak ${round}`, asOf: "2026-06-30" });
    const text = practice.files.map((file) => file.text()).join("");
    const { claims, chargeCents } = practice.manifest;
    const lineCharges = lineChargesOf(text);
    return {
      bytes: Buffer.from(text, "utf8"),
      parts: claims,
      look: (importId) => look(organizationId, importId),
      async verify(importId, shown) {
        const view = shown as ImportView;
        const stored = await storedOf(organizationId);
        check(view.id === importId && view.status === "published", `the import is ${view.status}`);
        check(stored.imports === 1, `the file is there ${stored.imports} times`);
        check(stored.claims + stored.quarantined === claims, "posted + quarantined is not the file");
        check(stored.cents + stored.quarantinedCents === chargeCents, "the cents are not the file's");
        check(
          view.claimsTotal === claims &&
            view.claimsPosted === stored.claims &&
            view.claimsQuarantined === stored.quarantined,
          "the import counts otherwise than the database",
        );
        check(
          view.centsTotal === chargeCents &&
            view.centsPosted === stored.cents &&
            view.centsQuarantined === stored.quarantinedCents,
          "the import sums otherwise than the database",
        );
        check(stored.doubled === 0, `${stored.doubled} claims are doubled`);
        check(stored.versions === stored.claims, `${stored.versions} versions of ${stored.claims} claims`);
        const lines = lineCharges.filter((_, index) => !stored.heldBack.includes(index + 1)).flat();
        check(stored.lines === lines.length, `${stored.lines} of ${lines.length} lines`);
        check(stored.lineCents === sum(lines), "the lines' cents are not the file's");
        check(stored.staged === 0, `${stored.staged} staged claims are left over`);
      },
    };
  },
};
