import * as z from "zod";
import { recordEvent, recordEvents } from "@/lib/audit/record-event";
import { insertBatch, takeBatchNumber } from "@/lib/data/batches/batch-records";
import { lockClaims, moveClaims, type ClaimRecord } from "@/lib/data/claims/claim-records";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { insertStoredFile } from "@/lib/data/files/stored-file-records";
import { markToCount } from "@/lib/data/kpis/due-claims";
import { newId } from "@/lib/data/new-id";
import type { HeldClaim, ReleaseConflict } from "@/lib/domain/claims/batch-screen";
import { nextClaimStatus } from "@/lib/domain/claims/lifecycle";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { sumCents } from "@/lib/domain/shared/money";
import { loadKeyring } from "@/lib/files/keyring";
import { removeSealedFile, sealFile } from "@/lib/files/sealed-files";
import { requireMember } from "../claims/claim-for-update";
import { reEditClaims } from "../claims/re-edit-claims";
import { defineUseCase, type UseCaseContext } from "../define-use-case";
import { idempotencyKeySchema, runOnce } from "../run-once";
import { splitAtGate } from "./held-claims";
import { MAX_BATCH_BYTES, MAX_BATCH_CLAIMS, MAX_HELD_SHOWN } from "./release-limits";
import { writeBatchFile } from "./write-batch-file";

export interface ReleasedBatch {
  batchId: string;
  batchNumber: number;
  claimCount: number;
  chargeCents: number;
}

/**
 * Releases exactly the named claims into one batch with its outbound 837P, or none of them: every claim is locked, the
 * edits run once more with today's facts and date, and the release gate judges each. When one of them does not pass any
 * more, nothing leaves and `conflict` says which and why. The file is sealed before the claims move; it may be
 * downloaded once the batch is handed over.
 */
export const releaseClaims = defineUseCase({
  name: "batches.release",
  permission: "batches.release",
  input: z.strictObject({
    claimIds: z.array(z.uuid()).min(1, "Choose at least one claim.").max(MAX_BATCH_CLAIMS),
    idempotencyKey: idempotencyKeySchema,
  }),
  async run(context, { claimIds, idempotencyKey }): Promise<ReleasedBatch> {
    const { tx } = context;
    requireMember(context.actor);
    const ids = [...new Set(claimIds)].sort();
    const locked = await lockClaims(tx, ids);
    if (locked.length !== ids.length) {
      throw new AppError("not_found", "One of the claims is not there.", {
        next: "Reload the list and choose again.",
      });
    }
    return runOnce(context, "batches.release", idempotencyKey, ids, async () => {
      const { timeZone } = await readOrganizationSettings(tx);
      await reEditClaims(context, ids, dateInZone(context.now, timeZone));
      const { go, held } = await splitAtGate(context, await lockClaims(tx, ids));
      if (held.length > 0) throw releaseConflict(held, ids.length);
      return writeBatch(context, go);
    });
  },
});

function releaseConflict(held: readonly HeldClaim[], asked: number): AppError {
  const current: ReleaseConflict = { held: held.slice(0, MAX_HELD_SHOWN), heldCount: held.length };
  const first = `${held[0]!.claimNumber}: ${held[0]!.reasons[0]!.message}`;
  const message =
    asked === 1
      ? first
      : `${held.length} of ${asked} claims cannot leave, so nothing was released. The first is ${first}`;
  return new AppError("conflict", message, {
    next: "Look at the preview again and release what it lets go.",
    current,
  });
}

async function writeBatch(context: UseCaseContext, claims: ClaimRecord[]): Promise<ReleasedBatch> {
  const { tx, actor, now } = context;
  const batchId = newId();
  const batchNumber = await takeBatchNumber(tx);
  const file = await writeBatchFile(context, claims, batchNumber);
  const sealed = await sealFile(await loadKeyring(tx, actor.organizationId), [file.bytes], {
    maxBytes: MAX_BATCH_BYTES,
  });
  try {
    const { bytes: _clear, ...named } = file;
    const fileId = await insertStoredFile(tx, { organizationId: actor.organizationId, ...named, ...sealed });
    await insertBatch(tx, {
      organizationId: actor.organizationId,
      id: batchId,
      number: batchNumber,
      fileId,
      createdById: requireMember(actor),
      createdByName: actor.name,
      createdAt: now,
      claims: claims.map((claim) => ({
        id: claim.id,
        versionNumber: claim.currentVersion,
        chargeCents: claim.chargeCents,
      })),
    });
    // The trigger on the table judges each row once more.
    if ((await moveClaims(tx, claims, nextClaimStatus("ready", "released"))) !== claims.length)
      throw new AppError("conflict", "A claim changed while the batch was being written.");
    await markToCount(
      tx,
      actor.organizationId,
      claims.map((claim) => claim.id),
    );
    await recordEvents(
      tx,
      actor,
      claims.map((claim) => ({
        event: "claim.released",
        subjectType: "claim",
        subjectId: claim.id,
        detail: { batchId, batchNumber, versionNumber: claim.currentVersion, chargeCents: claim.chargeCents },
      })),
    );
    const batch = {
      batchId,
      batchNumber,
      claimCount: claims.length,
      chargeCents: sumCents(claims.map((claim) => claim.chargeCents)),
    };
    const { sha256 } = sealed;
    await recordEvent(tx, actor, {
      event: "batch.released",
      subjectType: "batch",
      subjectId: batchId,
      detail: { batchNumber, claimCount: batch.claimCount, chargeCents: batch.chargeCents, sha256 },
    });
    return batch;
  } catch (error) {
    // What is rolled back leaves no file behind.
    await removeSealedFile(sealed);
    throw error;
  }
}
