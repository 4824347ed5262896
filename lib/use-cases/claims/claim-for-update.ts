import { lockClaims, updateClaim, type ClaimRecord, type ClaimUpdate } from "@/lib/data/claims/claim-records";
import { listVersions } from "@/lib/data/claims/claim-versions";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/shared/app-error";
import type { FieldDifference } from "@/lib/domain/claims/change";
import type { CorrectionConflict } from "@/lib/domain/claims/claim-screen";
import type { TenantTx } from "@/lib/data/tenant-transaction";

/** The claim under its row lock; throws `not_found` for a claim of nobody or of somebody else alike. */
export async function lockClaim(tx: TenantTx, claimId: string): Promise<ClaimRecord> {
  const [record] = await lockClaims(tx, [claimId]);
  if (!record) throw claimNotFound();
  return record;
}

export function claimNotFound(): AppError {
  return new AppError("not_found", "There is no such claim.", {
    next: "Go back to the worklist and look for it there.",
  });
}

/** Throws `conflict` with both sides when the claim's content moved on since the person saw it. */
export async function requireSeenVersion(
  tx: TenantTx,
  record: ClaimRecord,
  seenVersion: number,
  yours: FieldDifference[] = [],
): Promise<void> {
  if (record.currentVersion === seenVersion) return;
  const newer = (await listVersions(tx, record.id)).filter((version) => version.versionNumber > seenVersion);
  const current: CorrectionConflict = {
    currentVersion: record.currentVersion,
    changedBy: newer[0]?.actorName ?? null,
    theirs: newer.reverse().flatMap((version) => version.differences),
    yours,
  };
  throw new AppError(
    "conflict",
    `${current.changedBy ?? "Somebody"} changed this claim after you opened it.`,
    {
      next: "Compare both sides below, then work on from the present version.",
      current,
    },
  );
}

/** Writes the claim row under the version that was read; the row lock makes a miss impossible, so a miss is an error. */
export async function saveClaim(tx: TenantTx, record: ClaimRecord, data: ClaimUpdate): Promise<void> {
  if (await updateClaim(tx, record.id, record.version, data)) return;
  throw new AppError("conflict", "The claim changed while this was being saved.", {
    next: "Reload the claim and try again.",
  });
}

/** The member who acts; work of people is never done in the system's name. */
export function requireMember(actor: Actor): string {
  if (actor.memberId === null) throw new AppError("forbidden", "Only a person can do this.");
  return actor.memberId;
}
