import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { updateBatch } from "@/lib/data/batches/batch-records";
import { AppError } from "@/lib/domain/shared/app-error";
import { requireMember } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";
import { lockBatchRecord } from "./undo-release";

/**
 * Hands the batch's file over: from here on it may be downloaded, and can no longer be taken back. Doing it twice
 * changes nothing.
 */
export const handOverBatch = defineUseCase({
  name: "batches.hand_over",
  permission: "batches.release",
  input: z.strictObject({ batchId: z.uuid() }),
  async run({ tx, actor, now }, { batchId }) {
    requireMember(actor);
    const batch = await lockBatchRecord(tx, batchId);
    if (batch.status === "undone")
      throw new AppError("not_allowed_now", "This batch was taken back; its file must not leave.");
    if (batch.status === "handed_over") return { handedOverAt: batch.handedOverAt!.toISOString() };
    if (!(await updateBatch(tx, batchId, batch.version, { status: "handed_over", handedOverAt: now }))) {
      throw new AppError("conflict", "The batch changed while its file was being handed over.");
    }
    await recordEvent(tx, actor, {
      event: "batch.handed_over",
      subjectType: "batch",
      subjectId: batchId,
      detail: { batchNumber: batch.number, claimCount: batch.claimCount },
    });
    return { handedOverAt: now.toISOString() };
  },
});
