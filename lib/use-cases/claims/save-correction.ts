import { recordEvent } from "@/lib/audit/record-event";
import {
  findOrCreateEncounter,
  lockPatientOfClaim,
  replaceLines,
  type ClaimRecord,
} from "@/lib/data/claims/claim-records";
import {
  findExportedVersion,
  findVersion,
  insertVersion,
  type ClaimVersionRecord,
} from "@/lib/data/claims/claim-versions";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { toDateColumn } from "@/lib/data/calendar-columns";
import { withdrawSignoffs } from "@/lib/data/review/signoff-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { endRows, insertRows, listOpenRows } from "@/lib/data/workback/work-back-records";
import type { ClaimChange, FieldDifference } from "@/lib/domain/claims/change";
import type { Claim } from "@/lib/domain/claims/claim";
import { claimColumns } from "@/lib/domain/claims/claim-columns";
import { diffClaims } from "@/lib/domain/claims/diff-claims";
import { nextClaimStatus, type ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { planWorkBack } from "@/lib/domain/claims/work-back";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import type { UseCaseContext } from "../define-use-case";

import { claimNotFound, requireMember, saveClaim } from "./claim-for-update";
import { claimFingerprint } from "./claim-fingerprint";
import { reEditClaims } from "./re-edit-claims";

/** A claim under the lock of its patient, with its present content. */
export interface LockedClaim {
  record: ClaimRecord;
  version: ClaimVersionRecord;
  /** The patient's open claims, this one among them if it is open: their edits look at each other. */
  openClaimIds: string[];
}

/** Locks the claim and the patient's open claims; throws `not_found` for a claim of nobody or of somebody else alike. */
export async function lockClaimOfPatient(tx: TenantTx, claimId: string): Promise<LockedClaim> {
  const records = await lockPatientOfClaim(tx, claimId);
  const record = records.find((candidate) => candidate.id === claimId);
  if (!record) throw claimNotFound();
  const openClaimIds = records
    .filter(({ status }) => status !== "released" && status !== "filed")
    .map(({ id }) => id);
  return { record, version: await requireVersion(tx, record, record.currentVersion), openClaimIds };
}

/** A version that must be there. */
export async function requireVersion(
  tx: TenantTx,
  record: Pick<ClaimRecord, "id">,
  versionNumber: number,
): Promise<ClaimVersionRecord> {
  const version = await findVersion(tx, record.id, versionNumber);
  if (!version) throw new AppError("unexpected", "The claim's content is missing.");
  return version;
}

export interface NewContent {
  origin: "correction" | "undo";
  claim: Claim;
  source: unknown;
  changes: ClaimChange[] | null;
  reason: string | null;
}

/** What a correction came to; ids, counts and words of the program only, as it may be kept under an idempotency key. */
export interface SavedCorrection {
  claimId: string;
  versionNumber: number;
  status: ClaimStatus;
  /** Fields that are different now. */
  differenceCount: number;
  blockCount: number;
  reviewCount: number;
  missingCount: number;
  /** Rows that the practice now has to key, and rows that fell away. */
  workBack: { added: number; withdrawn: number };
  /** Other claims of the patient whose findings changed with it. */
  alsoChanged: string[];
}

/**
 * Makes new content the claim's current version: lines and columns follow, signatures fall, the practice's list of
 * corrections to key is brought up to date and the edits run again on every open claim of the patient. Nothing changed
 * is refused; so is a claim that has left.
 */
export async function saveNewContent(
  context: UseCaseContext,
  locked: LockedClaim,
  content: NewContent,
): Promise<SavedCorrection> {
  const { tx, actor, now } = context;
  const { record, version } = locked;
  const memberId = requireMember(actor);
  const status = nextClaimStatus(record.status, "corrected");
  const differences = diffClaims(version.claim, content.claim);
  if (differences.length === 0) {
    throw new AppError("not_allowed_now", "Nothing on the claim would change.", {
      next: "Change a field first, or leave the claim as it is.",
    });
  }
  const versionNumber = record.currentVersion + 1;
  await insertVersion(tx, actor.organizationId, record.id, {
    versionNumber,
    origin: content.origin,
    claim: content.claim,
    source: content.source,
    fingerprint: claimFingerprint(content.claim),
    changes: content.changes,
    differences,
    reason: content.reason,
    memberId,
    actorName: actor.name,
  });
  await replaceLines(tx, actor.organizationId, record.id, content.claim);
  await withdrawSignoffs(tx, record.id, ["coder", "second"], now);
  await saveColumns(context, record, content.claim, { status, versionNumber });
  const settings = await readOrganizationSettings(tx);
  const workBack =
    settings.billingMode === "beside"
      ? await updateWorkBack(context, record, versionNumber, content.claim)
      : { added: 0, withdrawn: 0 };
  await recordEvent(tx, actor, {
    event: content.origin === "undo" ? "claim.correction_undone" : "claim.corrected",
    subjectType: "claim",
    subjectId: record.id,
    detail: {
      versionNumber,
      fields: fieldNames(differences),
      differenceCount: differences.length,
      workBackAddedCount: workBack.added,
    },
  });
  const edited = await reEditClaims(context, locked.openClaimIds, dateInZone(now, settings.timeZone));
  const own = edited.find((result) => result.claimId === record.id)!;
  return {
    claimId: record.id,
    versionNumber,
    status: own.status,
    differenceCount: differences.length,
    blockCount: own.evaluation.blockCount,
    reviewCount: own.evaluation.reviewCount,
    missingCount: own.evaluation.missingCount,
    workBack,
    alsoChanged: edited.filter((result) => result !== own && result.changed).map(({ claimId }) => claimId),
  };
}

async function saveColumns(
  { tx, actor }: UseCaseContext,
  record: ClaimRecord,
  claim: Claim,
  { status, versionNumber }: { status: ClaimStatus; versionNumber: number },
): Promise<void> {
  const columns = claimColumns(claim);
  // The encounter is the patient's day: a claim whose date was wrong moves to the day that it belongs to.
  const moves = columns.serviceFrom !== null && columns.serviceFrom !== record.serviceFrom;
  const encounterId = moves
    ? await findOrCreateEncounter(tx, actor.organizationId, record.patientId, columns.serviceFrom!)
    : record.encounterId;
  await saveClaim(tx, record, {
    status,
    currentVersion: versionNumber,
    encounterId,
    claimRole: columns.claimRole,
    frequency: columns.frequency,
    chargeCents: BigInt(columns.chargeCents),
    serviceFrom: toDateColumn(columns.serviceFrom),
    serviceTo: toDateColumn(columns.serviceTo),
    hasScs: columns.hasScs,
    queue: columns.queue,
    lineSummary: columns.lineSummary,
    signedById: null,
  });
}

/** Open rows become exactly what separates the practice system's last export from the claim as it is now. */
async function updateWorkBack(
  { tx, actor, now }: UseCaseContext,
  record: ClaimRecord,
  versionNumber: number,
  claim: Claim,
): Promise<{ added: number; withdrawn: number }> {
  const exported = await findExportedVersion(tx, record.id);
  if (!exported) return { added: 0, withdrawn: 0 };
  const plan = planWorkBack(await listOpenRows(tx, record.id), exported.claim, claim);
  await endRows(tx, plan.withdraw, "withdrawn", now, null);
  const of = { id: record.id, claimNumber: record.claimNumber, versionNumber };
  await insertRows(tx, actor.organizationId, of, plan.add);
  return { added: plan.add.length, withdrawn: plan.withdraw.length };
}

/** "units", "lines[2].modifiers": what changed, never to what. */
function fieldNames(differences: readonly FieldDifference[]): string[] {
  const names = differences.map(({ line, field }) => (line === null ? field : `lines[${line}].${field}`));
  return [...new Set(names)].slice(0, 100);
}
