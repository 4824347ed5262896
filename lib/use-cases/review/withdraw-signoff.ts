import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { listSignoffs, withdrawSignoffs } from "@/lib/data/review/signoff-records";
import { nextClaimStatus } from "@/lib/domain/claims/lifecycle";
import { AppError } from "@/lib/domain/shared/app-error";
import { lockClaim, requireMember, requireSeenVersion, saveClaim } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";

/** Takes one's own signature back before release: the undo of signing and of approving. */
export const withdrawSignoff = defineUseCase({
  name: "claims.withdraw_signoff",
  permission: "claims.sign",
  input: z.strictObject({
    claimId: z.uuid(),
    seenVersion: z.int().min(1),
    kind: z.enum(["coder", "second"]),
  }),
  async run({ tx, actor, now }, { claimId, seenVersion, kind }) {
    const memberId = requireMember(actor);
    const record = await lockClaim(tx, claimId);
    await requireSeenVersion(tx, record, seenVersion);
    const own = (await listSignoffs(tx, [claimId])).some(
      (signoff) => signoff.kind === kind && signoff.memberId === memberId && signoff.withdrawnAt === null,
    );
    if (!own) throw new AppError("not_allowed_now", "You have no signature under this claim to take back.");
    const status = nextClaimStatus(
      record.status,
      kind === "second" ? "approval_withdrawn" : "sign_withdrawn",
    );
    // Without the coder's signature the reviewer has nothing to have reviewed.
    await withdrawSignoffs(tx, claimId, kind === "second" ? ["second"] : ["coder", "second"], now);
    await saveClaim(tx, record, kind === "second" ? { status } : { status, signedById: null });
    await recordEvent(tx, actor, {
      event: "claim.signoff_withdrawn",
      subjectType: "claim",
      subjectId: claimId,
      detail: { versionNumber: record.currentVersion, kind },
    });
    return { status };
  },
});
