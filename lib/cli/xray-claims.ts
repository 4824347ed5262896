import { carriesScs } from "@/lib/domain/code-sets/scs-codes";
import type { EditContext } from "@/lib/domain/edits/context";
import { runEdits } from "@/lib/domain/edits/run-edits";
import { patientMatchKey } from "@/lib/domain/imports/arrival-keys";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { EditedClaim } from "@/lib/domain/xray/edit-effects";
import { dayOfJudging, firstSent, type SentClaim } from "@/lib/domain/xray/sent-claim";
import type { SettledClaim } from "@/lib/domain/xray/settle-claim";
import type { FileReport } from "@/lib/edi/types";
import type { FactsByClaim } from "./facts-file";
import { contextsOf } from "./file-contexts";
import type { Profiles } from "./profiles-file";
import { readClaimFile } from "./read-claim-file";

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
  const byNumber = new Map<string, (SentClaim & { context: EditContext })[]>();
  sent.forEach((claim, index) => {
    const key = numberKey(claim.claim.claimNumber);
    byNumber.set(key, [...(byNumber.get(key) ?? []), { ...claim, context: contexts[index]! }]);
  });
  return (settled) => {
    const first = firstSent(byNumber.get(numberKey(settled.claimNumber)) ?? [], settled);
    if (first === null) return null;
    const day = dayOfJudging(first, settled);
    const { findings } = runEdits(first.claim, day === "" ? first.context : { ...first.context, asOf: day });
    return { claim: first.claim, findings };
  };
}

function numberKey(claimNumber: string): string {
  return claimNumber.trim().toUpperCase();
}
