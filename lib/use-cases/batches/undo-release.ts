import * as z from "zod";
import { recordEvent, recordEvents } from "@/lib/audit/record-event";
import {
  findBatch,
  listBatchClaims,
  lockBatch,
  updateBatch,
  type BatchRecord,
} from "@/lib/data/batches/batch-records";
import { lockClaims, moveClaims } from "@/lib/data/claims/claim-records";
import { markToCount } from "@/lib/data/kpis/due-claims";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { nextClaimStatus } from "@/lib/domain/claims/lifecycle";
import { AppError } from "@/lib/domain/shared/app-error";
import { requireMember } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";

/** The batch under its row lock; throws `not_found` for a batch of nobody or of somebody else alike. */
export async function lockBatchRecord(tx: TenantTx, batchId: string): Promise<BatchRecord> {
  const batch = (await lockBatch(tx, batchId)) ? await findBatch(tx, batchId) : null;
  if (!batch)
    throw new AppError("not_found", "There is no such batch.", { next: "Go back to the list of batches." });
  return batch;
}

/** Takes a batch back while its file is still here; its claims are ready again, with their signatures. */
export const undoRelease = defineUseCase({
  name: "batches.undo_release",
  permission: "batches.release",
  input: z.strictObject({ batchId: z.uuid() }),
  async run({ tx, actor }, { batchId }) {
    requireMember(actor);
    const batch = await lockBatchRecord(tx, batchId);
    if (batch.status !== "released") {
      throw new AppError(
        "not_allowed_now",
        batch.status === "undone"
          ? "This batch was taken back already."
          : "The file of this batch was handed over; what has left cannot be taken back.",
      );
    }
    const claims = await lockClaims(
      tx,
      (await listBatchClaims(tx, batchId)).map((claim) => claim.claimId),
    );
    for (const record of claims) nextClaimStatus(record.status, "release_undone");
    if ((await moveClaims(tx, claims, nextClaimStatus("released", "release_undone"))) !== claims.length)
      throw new AppError("conflict", "A claim changed while its batch was being taken back.");
    await markToCount(
      tx,
      actor.organizationId,
      claims.map((claim) => claim.id),
    );
    await recordEvents(
      tx,
      actor,
      claims.map((record) => ({
        event: "claim.release_undone",
        subjectType: "claim",
        subjectId: record.id,
        detail: { batchId, batchNumber: batch.number },
      })),
    );
    if (!(await updateBatch(tx, batchId, batch.version, { status: "undone" }))) {
      throw new AppError("conflict", "The batch changed while it was being taken back.");
    }
    await recordEvent(tx, actor, {
      event: "batch.undone",
      subjectType: "batch",
      subjectId: batchId,
      detail: { batchNumber: batch.number, claimCount: claims.length },
    });
    return { claims: claims.length };
  },
});
