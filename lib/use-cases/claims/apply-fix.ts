import * as z from "zod";
import { findFinding } from "@/lib/data/claims/finding-records";
import { nextClaimStatus } from "@/lib/domain/claims/lifecycle";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";
import { idempotencyKeySchema, runOnce } from "../run-once";
import { requireMember } from "./claim-for-update";
import { correctedClaim, requireSeenForChanges } from "./correct-claim";
import { lockClaimOfPatient, saveNewContent, type SavedCorrection } from "./save-correction";

/**
 * The one-key fix of an open finding: a correction whose reason names the documented fact behind it. Refused when the
 * edits no longer report the finding, or when nothing documented supports a fix.
 */
export const applyFix = defineUseCase({
  name: "claims.apply_fix",
  permission: "claims.correct",
  input: z.strictObject({
    claimId: z.uuid(),
    seenVersion: z.int().min(1),
    evidenceHash: z.string().regex(/^[0-9a-f]{64}$/),
    idempotencyKey: idempotencyKeySchema,
  }),
  async run(context, { idempotencyKey, ...input }): Promise<SavedCorrection> {
    const { claimId, seenVersion, evidenceHash } = input;
    requireMember(context.actor);
    const locked = await lockClaimOfPatient(context.tx, claimId);
    return runOnce(context, "claims.apply_fix", idempotencyKey, input, async () => {
      const { record, version } = locked;
      nextClaimStatus(record.status, "corrected");
      const row = await findFinding(context.tx, claimId, evidenceHash);
      await requireSeenForChanges(context.tx, record, seenVersion, row?.finding.fix?.changes ?? []);
      if (row === null) {
        throw new AppError("not_allowed_now", "This finding is gone: the claim or its facts have changed.", {
          next: "Reload the claim to see what is left.",
        });
      }
      if (row.status !== "open")
        throw new AppError("not_allowed_now", "This finding was overridden; there is nothing to fix.");
      const { fix, rule } = row.finding;
      if (fix === null) {
        throw new AppError("not_allowed_now", "No documented fact supports a fix for this finding.", {
          next: "Correct the claim by hand, or record the missing fact with its source first.",
        });
      }
      return saveNewContent(context, locked, {
        origin: "correction",
        claim: await correctedClaim(context.tx, version.claim, fix.changes),
        source: version.source,
        changes: fix.changes,
        reason: `${rule}: ${fix.title} (${fix.support})`.slice(0, 500),
      });
    });
  },
});
