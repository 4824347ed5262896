import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import {
  countBatches,
  findBatch,
  listBatchClaims,
  listBatchRecords,
  type BatchRecord,
} from "@/lib/data/batches/batch-records";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";

export const BATCH_PAGE_SIZE = 50;

export interface BatchSummary {
  id: string;
  number: number;
  status: string;
  claimCount: number;
  chargeCents: number;
  createdByName: string;
  createdAt: string;
  handedOverAt: string | null;
}

/** Batches, newest first, with how many there are. */
export const listBatches = defineUseCase({
  name: "batches.list",
  permission: "batches.view",
  input: z.strictObject({ page: z.int().min(1).max(1000).default(1) }),
  async run({ tx }, { page }) {
    const rows = await listBatchRecords(tx, BATCH_PAGE_SIZE, (page - 1) * BATCH_PAGE_SIZE);
    return { batches: rows.map(toSummary), total: await countBatches(tx) };
  },
});

/** One batch with the claims that left in it. */
export const getBatch = defineUseCase({
  name: "batches.get",
  permission: "batches.view",
  input: z.strictObject({ batchId: z.uuid() }),
  async run({ tx, actor }, { batchId }) {
    const batch = await findBatch(tx, batchId);
    if (!batch)
      throw new AppError("not_found", "There is no such batch.", { next: "Go back to the list of batches." });
    const claims = await listBatchClaims(tx, batchId);
    const shownIds = claims.map((claim) => claim.claimId);
    await recordRead(tx, actor, { subjectType: "batch", subjectId: batchId, shownIds });
    return { batch: toSummary(batch), claims };
  },
});

function toSummary(batch: BatchRecord): BatchSummary {
  const { id, number, status, claimCount, chargeCents, createdByName } = batch;
  return {
    id,
    number,
    status,
    claimCount,
    chargeCents,
    createdByName,
    createdAt: batch.createdAt.toISOString(),
    handedOverAt: batch.handedOverAt?.toISOString() ?? null,
  };
}
