import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { findBatchOfClaim } from "@/lib/data/batches/batch-records";
import {
  findClaim,
  findPatient,
  listEncounterClaims,
  type ClaimRecord,
} from "@/lib/data/claims/claim-records";
import { findVersion, listVersions } from "@/lib/data/claims/claim-versions";
import { listFactAnswers } from "@/lib/data/claims/fact-records";
import { listFindings, listMissingFacts, listOverrides } from "@/lib/data/claims/finding-records";
import { findMemberName, readOrganizationSettings } from "@/lib/data/claims/people";
import { findPayer, listProfileVersions } from "@/lib/data/payers/payer-records";
import { listSignoffs } from "@/lib/data/review/signoff-records";
import { listWorkBackRows } from "@/lib/data/workback/work-back-records";
import { applyChanges } from "@/lib/domain/claims/apply-changes";
import type { FieldDifference } from "@/lib/domain/claims/change";
import type { ClaimScreen, FindingView } from "@/lib/domain/claims/claim-screen";
import type { Claim } from "@/lib/domain/claims/claim";
import { diffClaims } from "@/lib/domain/claims/diff-claims";
import { undoTarget } from "@/lib/domain/claims/undo-target";
import { deadlineState, queueOf, WORK_QUEUES } from "@/lib/domain/claims/work-queues";
import { denialInWords } from "@/lib/domain/denials/adjustment-reasons";
import { valueInWords } from "@/lib/domain/edits/explain";
import type { Finding } from "@/lib/domain/edits/finding";
import { filingDeadline } from "@/lib/domain/payers/filing-deadline";
import { PARAMETER_NAMES, PARAMETERS } from "@/lib/domain/payers/parameters";
import { PAYER_KIND_LABELS } from "@/lib/domain/payers/payer";
import { resolveProfile } from "@/lib/domain/payers/resolve-profile";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { defineUseCase, type UseCaseContext } from "../define-use-case";
import { readGate } from "../review/read-gate";
import { toWorkBackEntry } from "../workback/list-work-back";
import { claimNotFound } from "./claim-for-update";

/** Everything the claim screen shows, read in one transaction, with the audit row of the read. */
export const getClaimView = defineUseCase({
  name: "claims.view",
  permission: "claims.view",
  input: z.strictObject({ claimId: z.uuid() }),
  async run(context, { claimId }): Promise<ClaimScreen> {
    const { tx, actor, now } = context;
    const record = await findClaim(tx, claimId);
    if (!record) throw claimNotFound();
    if (record.status === "remittance_only") {
      throw new AppError("not_found", "Only remittances know this claim.", {
        next: "Import the claim file that holds it; its payments are on the Remittances page.",
      });
    }
    const version = await findVersion(tx, claimId, record.currentVersion);
    if (!version) throw new AppError("unexpected", "The claim's content is missing.");
    const settings = await readOrganizationSettings(tx);
    const today = dateInZone(now, settings.timeZone);
    const queue = queueOf(record);
    const versions = await listVersions(tx, claimId);
    const { payer, deadlineSource } = await readPayerInForce(context, record, version.claim);
    await recordRead(tx, actor, { subjectType: "claim", subjectId: claimId });
    return {
      today,
      timeZone: settings.timeZone,
      billingMode: settings.billingMode,
      claim: version.claim,
      head: await headOf(context, record),
      queue: { name: queue, label: WORK_QUEUES[queue].label, why: WORK_QUEUES[queue].why },
      deadline: deadlineState(record.filingDeadline, today),
      deadlineSource,
      patient: await findPatient(tx, record.patientId),
      findings: await readFindings(context, record, version.claim),
      missingFacts: (await listMissingFacts(tx, [claimId])).map(({ fact, rules, required }) => ({
        fact,
        rules,
        required,
      })),
      facts: (await listFactAnswers(tx, record.encounterId)).map(({ recordedAt, ...answer }) => ({
        ...answer,
        recordedAt: recordedAt.toISOString(),
      })),
      versions: versions.map(({ createdAt, ...entry }) => ({ ...entry, createdAt: createdAt.toISOString() })),
      canUndo: undoTarget(versions) !== null && queue !== "released" && queue !== "filed",
      signoffs: (await listSignoffs(tx, [claimId])).map(({ createdAt, withdrawnAt, ...signoff }) => ({
        ...signoff,
        createdAt: createdAt.toISOString(),
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
      })),
      encounter: (await listEncounterClaims(tx, record.encounterId)).map((other) => ({
        ...other,
        isThis: other.id === claimId,
      })),
      batch: await findBatchOfClaim(tx, claimId),
      workBack: (await listWorkBackRows(tx, { status: null, claimId }, 200, 0)).map(toWorkBackEntry),
      gate: await readGate(context, record, settings.requiresSecondReview),
      payer,
    };
  },
});

async function headOf({ tx, actor, now }: UseCaseContext, record: ClaimRecord) {
  const locked = record.lockedById !== null && record.lockedUntil !== null && record.lockedUntil > now;
  return {
    id: record.id,
    claimNumber: record.claimNumber,
    cycle: record.cycle,
    status: record.status,
    hasScs: record.hasScs,
    role: record.claimRole,
    currentVersion: record.currentVersion,
    chargeCents: record.chargeCents,
    filingDeadline: record.filingDeadline,
    lineSummary: record.lineSummary,
    arrivedAt: record.arrivedAt.toISOString(),
    assignedToId: record.assignedToId,
    assignedToName: record.assignedToId === null ? null : await findMemberName(tx, record.assignedToId),
    lock: locked
      ? {
          mine: record.lockedById === actor.memberId,
          holder: await findMemberName(tx, record.lockedById!),
          until: record.lockedUntil!.toISOString(),
        }
      : null,
  };
}

async function readFindings(
  { tx }: UseCaseContext,
  record: ClaimRecord,
  claim: Claim,
): Promise<FindingView[]> {
  const overrides = (await listOverrides(tx, record.id)).filter((override) => override.withdrawnAt === null);
  return (await listFindings(tx, [record.id])).map((row) => {
    const override = overrides.find(
      (entry) => entry.edit === row.finding.edit && entry.evidenceHash === row.evidenceHash,
    );
    return {
      ...row.finding,
      evidenceHash: row.evidenceHash,
      overridden: row.status === "overridden",
      override: override
        ? {
            id: override.id,
            reason: override.reason,
            actorName: override.actorName,
            createdAt: override.createdAt.toISOString(),
          }
        : null,
      fixDifferences: row.finding.fix === null ? null : previewFix(claim, row.finding.fix.changes),
      deniedAs: row.finding.prevents.map((code) => ({ code, words: denialInWords(code) })),
    };
  });
}

/** A fix that no longer applies shows no difference; applying it is refused with the reason. */
function previewFix(claim: Claim, changes: NonNullable<Finding["fix"]>["changes"]): FieldDifference[] {
  try {
    return diffClaims(claim, applyChanges(claim, changes));
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** The payer's parameters on the claim's date of service, each with its origin: the "why" behind the findings. */
async function readPayerInForce({ tx }: UseCaseContext, record: ClaimRecord, claim: Claim) {
  const payer = await findPayer(tx, record.payerId);
  if (!payer) throw new AppError("unexpected", "The claim's payer is missing.");
  const profile = resolveProfile({
    kind: payer.kind,
    preset: payer.preset,
    payerName: payer.name,
    practiceVersions: (await listProfileVersions(tx, payer.id)).reverse(),
    dateOfService: record.serviceFrom,
  });
  const { source, verified } = filingDeadline(claim, profile);
  return {
    deadlineSource: { text: source, verified },
    payer: {
      id: payer.id,
      name: payer.name,
      kindLabel: PAYER_KIND_LABELS[payer.kind],
      parameters: PARAMETER_NAMES.map((name) => ({
        name,
        label: PARAMETERS[name].label,
        value: profile.values[name] as unknown,
        words: valueInWords(PARAMETERS[name].input, profile.values[name]),
        origin: profile.origins[name],
      })),
    },
  };
}
