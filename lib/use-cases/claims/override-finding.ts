import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import type { ClaimRecord } from "@/lib/data/claims/claim-records";
import { findFinding, insertOverride } from "@/lib/data/claims/finding-records";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { CLAIM_STATUS_LABELS, type ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { defineUseCase, type UseCaseContext } from "../define-use-case";
import { lockClaim, requireMember } from "./claim-for-update";
import { reEditClaims } from "./re-edit-claims";

export interface AfterOverride {
  status: ClaimStatus;
  blockCount: number;
  reviewCount: number;
}

/**
 * Lets a finding pass, with a reason that history and audit keep. It holds as long as the finding's evidence stays the
 * same. Overriding a claim that one coded is allowed; where the organization wants four eyes the release gate then asks
 * for another person's signature (lib/domain/claims/release-gate.ts).
 */
export const overrideFinding = defineUseCase({
  name: "findings.override",
  permission: "findings.override",
  input: z.strictObject({
    claimId: z.uuid(),
    evidenceHash: z.string().regex(/^[0-9a-f]{64}$/),
    reason: z.string().trim().min(10, "Give the reason in at least 10 characters.").max(1000),
  }),
  async run(context, { claimId, evidenceHash, reason }): Promise<AfterOverride & { overrideId: string }> {
    const { tx, actor } = context;
    const memberId = requireMember(actor);
    const record = await lockClaim(tx, claimId);
    requireOpenClaim(record);
    const row = await findFinding(tx, claimId, evidenceHash);
    if (row === null) {
      throw new AppError("not_allowed_now", "This finding is gone: the claim or its facts have changed.", {
        next: "Reload the claim to see what is left.",
      });
    }
    if (row.status !== "open") throw new AppError("not_allowed_now", "This finding was overridden already.");
    const { edit, rule, severity } = row.finding;
    if (severity === "info")
      throw new AppError("not_allowed_now", "This is information only; it holds nothing back.");
    const overrideId = await insertOverride(tx, {
      organizationId: actor.organizationId,
      claimId,
      edit,
      rule,
      evidenceHash,
      reason,
      memberId,
      actorName: actor.name,
    });
    await recordEvent(tx, actor, {
      event: "finding.overridden",
      subjectType: "claim",
      subjectId: claimId,
      detail: { overrideId, edit, rule, kind: severity, versionNumber: record.currentVersion },
    });
    return { overrideId, ...(await afterOverride(context, record)) };
  },
});

/** Overrides belong to the work before release; what has left cannot be judged anew. */
export function requireOpenClaim(record: ClaimRecord): void {
  if (record.status !== "released" && record.status !== "filed") return;
  throw new AppError(
    "not_allowed_now",
    `The claim is "${CLAIM_STATUS_LABELS[record.status]}"; its findings can no longer be decided on.`,
  );
}

/** Runs the edits again, so that counters and status follow the override. */
export async function afterOverride(context: UseCaseContext, record: ClaimRecord): Promise<AfterOverride> {
  const { timeZone } = await readOrganizationSettings(context.tx);
  const [edited] = await reEditClaims(context, [record.id], dateInZone(context.now, timeZone));
  const { status, evaluation } = edited!;
  return { status, blockCount: evaluation.blockCount, reviewCount: evaluation.reviewCount };
}
