import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { insertSignoff } from "@/lib/data/review/signoff-records";
import { nextClaimStatus } from "@/lib/domain/claims/lifecycle";
import { contentReasons, maySign, needsSecondSignoff } from "@/lib/domain/claims/release-gate";
import { AppError } from "@/lib/domain/shared/app-error";
import { lockClaim, requireMember, requireSeenVersion, saveClaim } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";
import { readGateClaim } from "./read-gate";

/**
 * The coder's signature under one version. Nothing that blocks may stand open. The claim goes to second review where
 * the organization asks for it, else it is ready.
 */
export const signClaim = defineUseCase({
  name: "claims.sign",
  permission: "claims.sign",
  input: z.strictObject({
    claimId: z.uuid(),
    seenVersion: z.int().min(1),
    note: z.string().trim().max(500).nullable().default(null),
  }),
  async run({ tx, actor, now }, { claimId, seenVersion, note }) {
    const memberId = requireMember(actor);
    const record = await lockClaim(tx, claimId);
    await requireSeenVersion(tx, record, seenVersion);
    const gate = await readGateClaim(tx, record);
    const { requiresSecondReview } = await readOrganizationSettings(tx);
    const second = needsSecondSignoff(gate, requiresSecondReview);
    const status = nextClaimStatus(record.status, second ? "signed" : "signed_without_review");
    const reasons = contentReasons(gate);
    if (reasons.length > 0) {
      throw new AppError("not_allowed_now", reasons.map((reason) => reason.message).join(" "), {
        next: "Settle what holds the claim, then sign.",
      });
    }
    if (!maySign(memberId, gate, requiresSecondReview)) {
      throw new AppError(
        "not_allowed_now",
        "You overrode a finding that blocks this claim; somebody else must sign it.",
        {
          next: "Leave it in the queue for a colleague.",
        },
      );
    }
    await insertSignoff(tx, {
      organizationId: actor.organizationId,
      claimId,
      versionNumber: record.currentVersion,
      kind: "coder",
      note,
      memberId,
      actorName: actor.name,
      createdAt: now,
    });
    await saveClaim(tx, record, { status, signedById: memberId, lockedById: null, lockedUntil: null });
    await recordEvent(tx, actor, {
      event: "claim.signed",
      subjectType: "claim",
      subjectId: claimId,
      detail: { versionNumber: record.currentVersion, status },
    });
    return { status };
  },
});
