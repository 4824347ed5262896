import type { Claim } from "@/lib/domain/claims/claim";
import { serviceSpan } from "@/lib/domain/claims/claim";
import { carriesScs } from "@/lib/domain/code-sets/scs-codes";
import type { EditContext } from "@/lib/domain/edits/context";
import { runEdits } from "@/lib/domain/edits/run-edits";
import { patientMatchKey } from "@/lib/domain/imports/arrival-keys";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { EditedClaim } from "@/lib/domain/xray/edit-effects";
import type { SettledClaim } from "@/lib/domain/xray/settle-claim";
import type { FileReport } from "@/lib/edi/types";
import type { FactsByClaim } from "./facts-file";
import { contextsOf } from "./file-contexts";
import type { Profiles } from "./profiles-file";
import { readClaimFile } from "./read-claim-file";

/** A claim as sent, and the day on which its file was made. */
interface SentClaim {
  claim: Claim;
  madeOn: CalendarDate | null;
}

/** Claims of patients with a stimulator claim, from any number of claim files. */
export interface SentClaims {
  claims: SentClaim[];
  /** NPIs that bill as a surgery centre or hospital. */
  facilities: Set<string>;
  reports: Map<string, FileReport>;
}

/**
 * Reads claim files twice: first whose claims are needed, then those. What is kept grows with stimulator patients, not
 * with the files; of a refused file nothing is kept.
 */
export async function readSentClaims(files: readonly string[]): Promise<SentClaims> {
  const patients = new Set<string>();
  const facilities = new Set<string>();
  const reports = new Map<string, FileReport>();
  for (const file of files) {
    const report = await readClaimFile(file, (event) => {
      if (event.kind !== "claim" || !carriesScs(event.claim)) return;
      patients.add(patientMatchKey(event.claim));
      const { role, billing } = event.claim;
      if ((role === "asc_facility" || role === "hospital") && billing.npi !== null)
        facilities.add(billing.npi);
    });
    reports.set(file, report);
  }
  const claims: SentClaim[] = [];
  for (const file of files) {
    const { accepted, createdOn } = reports.get(file)!;
    if (!accepted) continue;
    await readClaimFile(file, (event) => {
      if (event.kind === "claim" && patients.has(patientMatchKey(event.claim)))
        claims.push({ claim: event.claim, madeOn: createdOn });
    });
  }
  return { claims, facilities, reports };
}

/**
 * What the edits would have said of each answered claim before it left: judged on the day its file was made, or on that
 * of the payer's first answer where the file was made later. Null where no file holds the claim.
 */
export function editsOfSent(
  sent: readonly SentClaim[],
  surroundings: { profiles: Profiles; facts: FactsByClaim; asOf: CalendarDate },
): (settled: SettledClaim) => EditedClaim | null {
  const contexts = contextsOf(
    sent.map(({ claim }) => claim),
    surroundings,
  );
  const byNumber = new Map<string, number[]>();
  sent.forEach(({ claim }, index) => {
    const key = numberKey(claim.claimNumber);
    byNumber.set(key, [...(byNumber.get(key) ?? []), index]);
  });
  return (settled) => {
    const index = firstSent(sent, byNumber.get(numberKey(settled.claimNumber)) ?? [], settled);
    if (index === null) return null;
    const { claim, madeOn } = sent[index]!;
    const context: EditContext = { ...contexts[index]!, asOf: ownDay(claim, madeOn, settled.firstOn) };
    const { findings } = runEdits(claim, context.asOf === "" ? contexts[index]! : context);
    return { claim, findings };
  };
}

/** Of several claims under a number the original that the payee billed, made first. */
function firstSent(
  sent: readonly SentClaim[],
  indexes: readonly number[],
  { payee }: SettledClaim,
): number | null {
  const own = indexes.filter((index) => isBilledBy(sent[index]!.claim, payee));
  const entities = new Set(indexes.map((index) => sent[index]!.claim.billing.npi));
  const candidates = own.length > 0 ? own : entities.size === 1 ? indexes : [];
  const rank = (index: number) => {
    const { claim, madeOn } = sent[index]!;
    const isFirst = claim.frequency === "1" && claim.payer.responsibility === "P";
    return `${isFirst ? 0 : 1} ${madeOn ?? "9999"}`;
  };
  return [...candidates].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a - b))[0] ?? null;
}

function isBilledBy({ billing }: Claim, payee: string): boolean {
  return billing.npi === payee || billing.taxId === payee;
}

function ownDay(claim: Claim, madeOn: CalendarDate | null, firstOn: CalendarDate | null): CalendarDate {
  const days = [madeOn ?? serviceSpan(claim).to, firstOn].filter((day) => day !== null);
  return days.sort()[0] ?? "";
}

function numberKey(claimNumber: string): string {
  return claimNumber.trim().toUpperCase();
}
