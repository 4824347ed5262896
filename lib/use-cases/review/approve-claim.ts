import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { insertSignoff, withdrawSignoffs } from "@/lib/data/review/signoff-records";
import { nextClaimStatus } from "@/lib/domain/claims/lifecycle";
import { contentReasons, mayReview } from "@/lib/domain/claims/release-gate";
import { AppError } from "@/lib/domain/shared/app-error";
import { lockClaim, requireMember, requireSeenVersion, saveClaim } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";
import { readGateClaim } from "./read-gate";

/** The second signature, by somebody who neither signed nor corrected the claim. */
export const approveClaim = defineUseCase({
  name: "claims.approve",
  permission: "claims.review",
  input: z.strictObject({
    claimId: z.uuid(),
    seenVersion: z.int().min(1),
    note: z.string().trim().max(500).nullable().default(null),
  }),
  async run({ tx, actor, now }, { claimId, seenVersion, note }) {
    const memberId = requireMember(actor);
    const record = await lockClaim(tx, claimId);
    await requireSeenVersion(tx, record, seenVersion);
    const status = nextClaimStatus(record.status, "approved");
    const gate = await readGateClaim(tx, record);
    if (!mayReview(memberId, gate)) {
      throw new AppError(
        "not_allowed_now",
        "You coded or corrected this claim; the second signature must be another person's.",
        {
          next: "Leave it in the review queue for a colleague.",
        },
      );
    }
    const reasons = contentReasons(gate);
    if (reasons.length > 0)
      throw new AppError("not_allowed_now", reasons.map((reason) => reason.message).join(" "));
    await insertSignoff(tx, {
      organizationId: actor.organizationId,
      claimId,
      versionNumber: record.currentVersion,
      kind: "second",
      note,
      memberId,
      actorName: actor.name,
      createdAt: now,
    });
    await saveClaim(tx, record, { status });
    await recordEvent(tx, actor, {
      event: "claim.approved",
      subjectType: "claim",
      subjectId: claimId,
      detail: { versionNumber: record.currentVersion },
    });
    return { status };
  },
});

/** Sends a signed claim back to coding with a note for its coder; every signature falls. */
export const returnClaim = defineUseCase({
  name: "claims.return",
  permission: "claims.review",
  input: z.strictObject({
    claimId: z.uuid(),
    seenVersion: z.int().min(1),
    note: z.string().trim().min(10, "Tell the coder in at least 10 characters what to change.").max(1000),
  }),
  async run({ tx, actor, now }, { claimId, seenVersion, note }) {
    const memberId = requireMember(actor);
    const record = await lockClaim(tx, claimId);
    await requireSeenVersion(tx, record, seenVersion);
    const status = nextClaimStatus(record.status, "returned");
    await withdrawSignoffs(tx, claimId, ["coder", "second"], now);
    await insertSignoff(tx, {
      organizationId: actor.organizationId,
      claimId,
      versionNumber: record.currentVersion,
      kind: "returned",
      note,
      memberId,
      actorName: actor.name,
      createdAt: now,
    });
    // Back to the one who signed, so that the note finds its reader.
    await saveClaim(tx, record, {
      status,
      signedById: null,
      assignedToId: record.signedById ?? record.assignedToId,
    });
    await recordEvent(tx, actor, {
      event: "claim.returned",
      subjectType: "claim",
      subjectId: claimId,
      detail: { versionNumber: record.currentVersion },
    });
    return { status };
  },
});
