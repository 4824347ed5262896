import { findMemberName } from "@/lib/data/claims/people";
import {
  lockDenials,
  updateDenial,
  type DenialRecord,
  type DenialUpdate,
} from "@/lib/data/denials/denial-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { DenialConflict } from "@/lib/domain/denials/denial-screen";
import { DENIAL_STATUS_LABELS } from "@/lib/domain/denials/lifecycle";
import { AppError } from "@/lib/domain/shared/app-error";

export function denialNotFound(): AppError {
  return new AppError("not_found", "There is no such denial.", {
    next: "Go back to the queue and look for it there.",
  });
}

/**
 * The denial under its row lock, as the person saw it. Throws `not_found` for one of nobody or of somebody else alike,
 * and `conflict` with its present state where it moved on.
 */
export async function lockSeenDenial(
  tx: TenantTx,
  itemId: string,
  seenVersion: number,
): Promise<DenialRecord> {
  const [record] = await lockDenials(tx, [itemId]);
  if (!record) throw denialNotFound();
  if (record.version !== seenVersion) throw await denialConflict(tx, record);
  return record;
}

/** Writes the denial under the version that was read; the row lock makes a miss impossible, so a miss is an error. */
export async function saveDenial(tx: TenantTx, record: DenialRecord, data: DenialUpdate): Promise<void> {
  if (!(await updateDenial(tx, record.id, record.version, data))) throw await denialConflict(tx, record);
}

async function denialConflict(tx: TenantTx, record: DenialRecord): Promise<AppError> {
  const { version, status, ownerId } = record;
  const ownerName = ownerId === null ? null : await findMemberName(tx, ownerId);
  const current: DenialConflict = { version, status, ownerName };
  return new AppError(
    "conflict",
    `This denial was changed after you opened it: it is now "${DENIAL_STATUS_LABELS[status]}"${ownerName === null ? "" : `, with ${ownerName}`}.`,
    {
      next: "The page shows it as it is now. Look at it, then do your step again if it still fits.",
      current,
    },
  );
}
