import { setTimeout as pause } from "node:timers/promises";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { ImportView } from "@/lib/domain/imports/import-screen";
import { isImportRunning, type ImportStatus } from "@/lib/domain/imports/import-status";
import { LEDGER_KINDS, type LedgerKind } from "@/lib/domain/remittances/ledger-kinds";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";
import { SOAKED_CLAIMS } from "./claims";
import type { Person } from "./person";
import { centsOf } from "./read-amount";
import { check, type Progress, type Soaked } from "./soaked";

const CASH = Object.keys(LEDGER_KINDS).filter((kind) => LEDGER_KINDS[kind as LedgerKind].isCash);

/** What a remittance file says of itself, read off its text and not by our reader. */
interface Told {
  payments: number;
  claims: number;
  lines: number;
  bprCents: number;
  claimCents: number;
  providerCents: number;
  adjustmentCents: number;
}

interface Stored extends Told {
  unposted: number;
  doubled: number;
  /** Payments whose cash in the ledger is not the amount of the payment. */
  unbalanced: number;
  /** Claims that were answered without a decision on them, and denied ones without work. */
  undecided: number;
  unworked: number;
  staged: number;
  imports: number;
}

function tellingOf(text: string): Told {
  const told = {
    ...{ payments: 0, claims: 0, lines: 0, bprCents: 0, claimCents: 0, providerCents: 0, adjustmentCents: 0 },
  };
  for (const segment of text.split("~")) {
    const [id, ...elements] = segment.trim().split("*");
    if (id === "BPR") {
      told.payments += 1;
      told.bprCents += centsOf(elements[1]!);
    }
    if (id === "CLP") {
      told.claims += 1;
      told.claimCents += centsOf(elements[3]!);
    }
    if (id === "SVC") told.lines += 1;
    if (id === "PLB")
      for (let at = 3; at < elements.length; at += 2) told.providerCents += centsOf(elements[at]!);
    if (id === "CAS")
      for (let at = 2; at < elements.length; at += 3) told.adjustmentCents += centsOf(elements[at]!);
  }
  return told;
}

async function look(organizationId: string, importId: string): Promise<Progress> {
  const [row] = await withTenant(
    { organizationId },
    (tx) => tx.$queryRaw<Omit<Progress, "isRunning">[]>`
      select status, progress_done as done, progress_total as total, version as touches,
        (select count(*)::int from remittance_payment where import_id = ${importId}::uuid)
          + (select count(*)::int from ledger_entry where payment_id is not null) as shown
      from import_file where id = ${importId}::uuid`,
  );
  return { ...row!, isRunning: isImportRunning(row!.status as ImportStatus) };
}

async function storedOf(organizationId: string): Promise<Stored> {
  const [row] = await withTenant(
    { organizationId },
    (tx) => tx.$queryRaw<Stored[]>`
      select count(*)::int as payments, coalesce(sum(amount_cents), 0)::float8 as "bprCents",
        count(*) filter (where status <> 'posted')::int as unposted,
        (count(*) - count(distinct payment_key))::int as doubled,
        (select count(*)::int from remittance_claim) as claims,
        (select coalesce(sum(paid_cents), 0)::float8 from remittance_claim) as "claimCents",
        (select count(*)::int from remittance_line) as lines,
        (select coalesce(sum(cents), 0)::float8 from provider_adjustment) as "providerCents",
        (select coalesce(sum((reason->>'cents')::bigint), 0)::float8 from remittance_claim r
          cross join lateral (select jsonb_path_query(r.content, '$.adjustments[*]') union all
            select jsonb_path_query(r.content, '$.lines[*].adjustments[*]')) a (reason)) as "adjustmentCents",
        (select count(*)::int from remittance_payment y where y.amount_cents <> (
          select coalesce(-sum(e.cents), 0) from ledger_entry e
          where e.payment_id = y.id and e.kind = any(${CASH}))) as unbalanced,
        (select count(*)::int from (select distinct claim_id from remittance_claim r
          where not exists (select from determination d where d.claim_id = r.claim_id and d.line_number = 0)) u) as undecided,
        (select count(*)::int from determination d where d.line_number = 0 and d.current_denied and d.current_denied_cents > 0
          and not exists (select from denial_item i where i.claim_id = d.claim_id)) as unworked,
        (select count(*)::int from staged_remittance) as staged,
        (select count(*)::int from import_file where kind = '835') as imports
      from remittance_payment`,
  );
  return row!;
}

/** Brings the claims in through the same door, and waits for them. */
async function bringClaims(person: Person, bytes: Buffer): Promise<void> {
  const sent = await person.send("/api/v1/imports", bytes);
  let view: ImportView;
  do {
    await pause(250);
    view = (await person.read(`/api/v1/imports/${sent!.importId}`)) as ImportView;
  } while (isImportRunning(view.status));
  check(view.status === "published", `the claims are ${view.status}`);
}

/** All remittances of the invented practice as one file, for claims that are there. */
export const soakedRemittances: Soaked = {
  kind: "remittances",
  async prepare(person, round) {
    const { organizationId } = person;
    const practice = generatePractice({ claims: SOAKED_CLAIMS, seed: `soak ${round}`, asOf: "2026-06-30" });
    await bringClaims(person, Buffer.from(practice.files.map((file) => file.text()).join(""), "utf8"));
    const text = practice.remittanceFiles.map((file) => file.text()).join("");
    const told = tellingOf(text);
    check(told.bprCents === told.claimCents - told.providerCents, "the file itself does not balance");
    return {
      bytes: Buffer.from(text, "utf8"),
      parts: told.claims,
      look: (importId) => look(organizationId, importId),
      async verify(importId, shown) {
        const view = shown as ImportView;
        const stored = await storedOf(organizationId);
        check(view.id === importId && view.status === "published", `the import is ${view.status}`);
        check(stored.imports === 1, `the file is there ${stored.imports} times`);
        for (const name of Object.keys(told) as (keyof Told)[])
          check(stored[name] === told[name], `${name}: ${stored[name]} stored, ${told[name]} in the file`);
        check(
          view.claimsTotal === told.claims && view.claimsPosted === told.claims,
          "the import counts otherwise than the file",
        );
        const faults = ["unposted", "doubled", "unbalanced", "undecided", "unworked", "staged"] as const;
        for (const name of faults) check(stored[name] === 0, `${stored[name]} ${name}`);
      },
    };
  },
};
