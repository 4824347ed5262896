import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { findBatch } from "@/lib/data/batches/batch-records";
import { findStoredFile } from "@/lib/data/files/stored-file-records";
import { AppError } from "@/lib/domain/shared/app-error";
import { loadKeyring } from "@/lib/files/keyring";
import { openSealedFile } from "@/lib/files/sealed-files";
import { defineUseCase } from "../define-use-case";

export interface BatchDownload {
  fileName: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
  /** The clear bytes, one chunk at a time; each is checked before it is given out. */
  open: () => AsyncIterable<Uint8Array>;
}

/**
 * The outbound 837P of a batch that was handed over. Before that it could still be taken back, and a file that somebody
 * already has cannot. Each download is in the audit trail.
 */
export const downloadBatch = defineUseCase({
  name: "batches.download",
  permission: "batches.release",
  input: z.strictObject({ batchId: z.uuid() }),
  async run({ tx, actor }, { batchId }): Promise<BatchDownload> {
    const batch = await findBatch(tx, batchId);
    if (!batch)
      throw new AppError("not_found", "There is no such batch.", { next: "Go back to the list of batches." });
    if (batch.status === "undone")
      throw new AppError("not_allowed_now", "This batch was taken back; its file must not leave.");
    if (batch.status !== "handed_over") {
      throw new AppError("not_allowed_now", "This batch has not been handed over yet.", {
        next: "Hand it over first; from then on it can no longer be taken back.",
      });
    }
    const file = await findStoredFile(tx, batch.fileId);
    if (!file) throw new AppError("unexpected", "The batch's file is missing.");
    const keyring = await loadKeyring(tx, actor.organizationId);
    await recordEvent(tx, actor, {
      event: "batch.downloaded",
      subjectType: "batch",
      subjectId: batchId,
      detail: { batchNumber: batch.number, claimCount: batch.claimCount, sha256: file.sha256 },
    });
    const { fileName, mediaType, byteSize, sha256 } = file;
    return { fileName, mediaType, byteSize, sha256, open: () => openSealedFile(keyring, file) };
  },
});
