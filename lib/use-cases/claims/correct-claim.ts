import * as z from "zod";
import { listSurgeryCentreNpis, type ClaimRecord } from "@/lib/data/claims/claim-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { applyChanges } from "@/lib/domain/claims/apply-changes";
import type { ClaimChange, FieldDifference } from "@/lib/domain/claims/change";
import { claimChangeSchema } from "@/lib/domain/claims/change-schema";
import type { Claim } from "@/lib/domain/claims/claim";
import { diffClaims } from "@/lib/domain/claims/diff-claims";
import { roleAfterCorrection } from "@/lib/domain/claims/infer-claim-role";
import { nextClaimStatus } from "@/lib/domain/claims/lifecycle";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";
import { idempotencyKeySchema, runOnce } from "../run-once";
import { requireMember, requireSeenVersion } from "./claim-for-update";
import { lockClaimOfPatient, requireVersion, saveNewContent, type SavedCorrection } from "./save-correction";

/** Corrections as a person sends them: at most as many as a claim has fields. */
export const claimChangesSchema = z.array(claimChangeSchema).min(1, "Change something first.").max(200);

/**
 * Corrects a claim as one new version. Two people at once: the one whose screen is older gets `conflict` with both
 * sides, never an overwrite. A claim that was released or filed is not corrected here (that is a replacement claim).
 */
export const correctClaim = defineUseCase({
  name: "claims.correct",
  permission: "claims.correct",
  input: z.strictObject({
    claimId: z.uuid(),
    seenVersion: z.int().min(1),
    changes: claimChangesSchema,
    reason: z.string().trim().max(500).nullable().default(null),
    idempotencyKey: idempotencyKeySchema,
  }),
  async run(context, { idempotencyKey, ...input }): Promise<SavedCorrection> {
    const { claimId, seenVersion, changes, reason } = input;
    requireMember(context.actor);
    const locked = await lockClaimOfPatient(context.tx, claimId);
    return runOnce(context, "claims.correct", idempotencyKey, input, async () => {
      const { record, version } = locked;
      nextClaimStatus(record.status, "corrected");
      await requireSeenForChanges(context.tx, record, seenVersion, changes);
      return saveNewContent(context, locked, {
        origin: "correction",
        claim: await correctedClaim(context.tx, version.claim, changes),
        source: version.source,
        changes,
        reason: reason || null,
      });
    });
  },
});

/** The claim with the changes, its role read anew: a modifier can make a surgeon's claim an assistant's. */
export async function correctedClaim(
  tx: TenantTx,
  claim: Claim,
  changes: readonly ClaimChange[],
): Promise<Claim> {
  const corrected = applyChanges(claim, changes);
  const ascNpis = await listSurgeryCentreNpis(tx);
  return { ...corrected, role: roleAfterCorrection(claim, corrected, { ascNpis }) };
}

/** Throws `conflict` with what the changes would have done to the version that the person saw. */
export async function requireSeenForChanges(
  tx: TenantTx,
  record: ClaimRecord,
  seenVersion: number,
  changes: readonly ClaimChange[],
): Promise<void> {
  if (record.currentVersion === seenVersion) return;
  if (seenVersion > record.currentVersion) {
    throw new AppError("invalid_input", "The claim has no such version.", {
      fields: { seenVersion: "The claim has no such version." },
    });
  }
  const seen = await requireVersion(tx, record, seenVersion);
  await requireSeenVersion(tx, record, seenVersion, differencesOf(seen.claim, changes));
}

/** What changes would do; none where they do not fit the claim at all. */
function differencesOf(claim: Claim, changes: readonly ClaimChange[]): FieldDifference[] {
  try {
    return diffClaims(claim, applyChanges(claim, changes));
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}
